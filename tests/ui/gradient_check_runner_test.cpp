#include <QSignalSpy>
#include <QtTest>
#include <memory>

#include "tests/ui/check_subjects.h"
#include "ui/backprop/check/gradient_check_runner.h"

using namespace perceptible;

class GradientCheckRunnerTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        runner_ = std::make_unique<GradientCheckRunner>();
        sections_.clear();
        curves_.clear();
        checks_.clear();
        connect(runner_.get(), &GradientCheckRunner::examined, this,
                [this](const CostSectionPtr& section) { sections_.push_back(section); });
        connect(runner_.get(), &GradientCheckRunner::compared, this,
                [this](const ErrorCurvePtr& curve) { curves_.push_back(curve); });
        connect(runner_.get(), &GradientCheckRunner::finished, this,
                [this](const GradientCheckPtr& check) { checks_.push_back(check); });
    }

    void cleanup() { runner_.reset(); }

    void answersAreCores() {
        const CheckSubjectPtr subject = subjectOf({4, 3});
        for (const GradientMistake mistake : {GradientMistake::none, GradientMistake::missingDerivative}) {
            const Parameters<double> gradients = *gradientsOf(subject->objective, subject->parameters, mistake);
            for (const double epsilon : {1.0, 1e-5, 1e-12}) {
                const CheckQuestion question{subject, 5, epsilon, mistake};
                sections_.clear();
                runner_->examine(question, false);
                QTRY_VERIFY(!sections_.empty() && !sections_.back()->curve.empty());
                const CostSection& section = *sections_.back();
                const CheckedParameter checked =
                    checkParameter(subject->objective, subject->parameters, gradients, 5, epsilon);
                QCOMPARE(section.epsilon, epsilon);
                QCOMPARE(section.checked.backward, checked.backward);
                QCOMPARE(section.checked.numeric, checked.numeric);
                QCOMPARE(section.costs[1], costOf(subject->objective, subject->parameters));
                QCOMPARE(static_cast<int>(section.curve.size()), CostSection::kPoints);
                for (int point = 0; point < CostSection::kPoints; ++point) {
                    Parameters<double> moved = subject->parameters;
                    moved.values()[5] += CostSection::offset(point) * epsilon;
                    QCOMPARE(section.curve[static_cast<std::size_t>(point)], costOf(subject->objective, moved));
                }
                QVERIFY(std::ranges::count(section.curve, section.costs[0]) > 0); // w ± ε are on the curve
                QVERIFY(std::ranges::count(section.curve, section.costs[2]) > 0);
            }
        }
    }

    void theErrorCurveIsCores() {
        const CheckSubjectPtr subject = subjectOf({4});
        const Parameters<double> gradients = *gradientsOf(subject->objective, subject->parameters);
        runner_->examine({subject, 2}, true);
        QTRY_COMPARE(curves_.size(), std::size_t{1});
        for (int place = 0; place < kEpsilons; ++place) {
            QCOMPARE(curves_[0]->errors[static_cast<std::size_t>(place)],
                     checkParameter(subject->objective, subject->parameters, gradients, 2, epsilonAt(place))
                         .relativeError());
        }
        QVERIFY(curves_[0]->isRightSomewhere);

        runner_->examine({subject, 2, 1e-3, GradientMistake::wrongSign}, true);
        QTRY_COMPARE(curves_.size(), std::size_t{2});
        QVERIFY(!curves_[1]->isRightSomewhere);
    }

    void theLatestQuestionWins() {
        const CheckSubjectPtr large = largeSubject();
        const CheckSubjectPtr small = subjectOf({3});
        for (Eigen::Index i = 0; i < 20; ++i) {
            runner_->examine({large, i}, true);
        }
        runner_->examine({small, 7}, true);
        QTRY_COMPARE(curves_.size(), std::size_t{1});
        for (const CostSectionPtr& section : sections_) {
            QCOMPARE(section->checked.index, Eigen::Index{7});
            QCOMPARE(section->costs[1], costOf(small->objective, small->parameters));
        }
        QVERIFY(!sections_.empty());
    }

    void anAbandonedCheckIsNeverTold() {
        const CheckSubjectPtr large = largeSubject();
        const CheckSubjectPtr small = subjectOf({3});
        runner_->checkAll(large, GradientMistake::none);
        QTRY_VERIFY(runner_->checkedSoFar() > 0);
        QVERIFY(runner_->isChecking());
        runner_->checkAll(small, GradientMistake::none); // abandons the large one
        runner_->abandonCheck();
        QVERIFY(!runner_->isChecking());
        runner_->checkAll(small, GradientMistake::wrongSign);
        QTRY_COMPARE(checks_.size(), std::size_t{1});
        QVERIFY(!runner_->isChecking());
        QVERIFY(!checks_[0]->passes(kToleratedError));
        QCOMPARE(static_cast<Eigen::Index>(checks_[0]->parameters.size()), small->parameters.values().size());
    }

    void canEndWhileItWorks() {
        const CheckSubjectPtr large = largeSubject();
        runner_->examine({large, 0}, true);
        runner_->checkAll(large, GradientMistake::none);
        QTRY_VERIFY(runner_->checkedSoFar() > 0);
        runner_.reset();
        QCOMPARE(checks_.size(), std::size_t{0});
    }

    void findingsTellRoundingFromMistakes() {
        const auto finding = [](double g, double numeric, double epsilon) {
            return findingOf({0, g, numeric, false}, 0.5, epsilon);
        };
        QCOMPARE(finding(0.1, 0.1 + 1e-9, 1e-5), Finding::agree);
        QCOMPARE(finding(0.1, 0.1 + 1e-7, 1e-5), Finding::differ);
        QCOMPARE(finding(0.1, 0.1 + 1e-7, 1e-9), Finding::rounding);
        QCOMPARE(finding(0, 0, 1e-5), Finding::agree);
        QCOMPARE(finding(0.1, std::numeric_limits<double>::quiet_NaN(), 1e-5), Finding::notFinite);
        QCOMPARE(findingOf({0, 0.1, 0.1, true}, 0.5, 1e-5), Finding::kink);
    }

    void theUsualEpsilonCanBeChosen() {
        QCOMPARE(epsilonAt(placeOfEpsilon(kUsualEpsilon)), kUsualEpsilon);
        QCOMPARE(epsilonAt(0), 1e-12);
        QCOMPARE(epsilonAt(kEpsilons - 1), 1.0);
        for (int place = 0; place < kEpsilons; ++place) {
            QCOMPARE(placeOfEpsilon(epsilonAt(place)), place);
        }
    }

private:
    std::unique_ptr<GradientCheckRunner> runner_;
    std::vector<CostSectionPtr> sections_;
    std::vector<ErrorCurvePtr> curves_;
    std::vector<GradientCheckPtr> checks_;
};

QTEST_MAIN(GradientCheckRunnerTest)
#include "gradient_check_runner_test.moc"
