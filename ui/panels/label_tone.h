#pragma once

class QLabel;

namespace perceptible {

/// How loud a label speaks; the style sheet has the colours and weights.
enum class Tone { plain, quiet, strong, warning };
void setTone(QLabel& label, Tone tone);

} // namespace perceptible
