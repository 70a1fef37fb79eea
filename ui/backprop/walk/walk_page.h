#pragma once

#include <QWidget>

#include "core/network/parameters.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace perceptible {

class BlockChain;
class CodePanel;
class EquationPanel;
class Laboratory;
struct Equation;
class Walk;

/// One iteration of backpropagation, sub-step by sub-step: the chain of blocks, and the sub-step's equation with its
/// matrices, for one example, for all, or for both.
class WalkPage : public QWidget {
    Q_OBJECT

public:
    WalkPage(Walk& walk, Laboratory& laboratory, QWidget* parent = nullptr);
    ~WalkPage() override;

    /// Takes over how another one shows its numbers.
    void showLike(const WalkPage& other);

    /// "LINEAR backward, layer 2: dW[2]"
    QString title() const;
    EquationPanel& panelOfOne() const { return *one_; }
    EquationPanel& panelOfAll() const { return *all_; }
    CodePanel& code() const { return *code_; }
    BlockChain& chain() const { return *chain_; }

signals:
    void codeShown(bool shown);
    void parameterChosen(const ParameterPlace& place);

private:
    QWidget* titleRow();
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void follow();
    void arrange();
    void light(const EquationPanel& panel);
    int digits() const;
    void sayWhatEachIsOf(bool areBoth);
    QString titleOf(const Equation& equation) const;
    void revealColumn();

    Walk& walk_;
    BlockChain* chain_;
    QLabel* title_;
    Eigen::Index shownColumn_ = 0;
    QToolButton* unfold_;
    QToolButton* showCode_;
    QComboBox* digits_;
    QBoxLayout* panels_ = nullptr;
    EquationPanel* one_;
    EquationPanel* all_;
    CodePanel* code_;
};

} // namespace perceptible
