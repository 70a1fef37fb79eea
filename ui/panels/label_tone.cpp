#include "ui/panels/label_tone.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace perceptible {

void setTone(QLabel& label, Tone tone) {
    label.setProperty("quiet", tone == Tone::quiet);
    label.setProperty("strong", tone == Tone::strong);
    label.setProperty("warning", tone == Tone::warning);
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

} // namespace perceptible
