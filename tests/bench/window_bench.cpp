// Prints what the README says about the window's speed. Run it on a real X display (xvfb-run counts), with nothing
// else on the machine:
//   xvfb-run -a -s '-screen 0 1440x900x24' build/bench/tests/bench/window_bench [seconds per measurement]

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>

#include "core/data/split.h"
#include "ui/live/laboratory.h"
#include "ui/main_window.h"
#include "ui/preferences.h"

using namespace perceptible;

namespace {

/// Processor time of the calling thread in milliseconds.
double threadMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// What the GUI thread works from one picture to the next: taking it, painting it, and all that happens between.
class FrameClock : public QObject {
public:
    explicit FrameClock(Laboratory& laboratory) {
        connect(&laboratory, &Laboratory::pictureChanged, this, [this] {
            const double now = threadMilliseconds();
            frames_.push_back(now - last_);
            last_ = now;
        });
    }

    void restart() { frames_.clear(); }
    std::size_t count() const { return frames_.size(); }
    double quantile(double q) {
        if (frames_.empty()) {
            return 0;
        }
        std::ranges::sort(frames_);
        return frames_[static_cast<std::size_t>(q * static_cast<double>(frames_.size() - 1))];
    }

private:
    double last_ = threadMilliseconds();
    std::vector<double> frames_;
};

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

template <class Condition>
double millisecondsUntil(Laboratory& laboratory, Condition condition) {
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QObject::connect(&laboratory, &Laboratory::pictureChanged, &loop, [&] {
        if (condition(*laboratory.picture()->snapshot)) {
            loop.quit();
        }
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

long residentKilobytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).simplified().split(' ').front().toLong();
            }
        }
    }
    return 0;
}

/// Steps per second of the same training without a window.
double headlessSpeed(const DataSet& data, const Hyperparameters& hyperparameters, int seconds) {
    Trainer<float> trainer(data, hyperparameters);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < seconds * 1000) {
        for (int i = 0; i < 1000; ++i) {
            trainer.step();
        }
    }
    return static_cast<double>(trainer.iteration()) * 1000 / static_cast<double>(timer.elapsed());
}

Hyperparameters deepNetwork() {
    Hyperparameters result;
    result.hiddenLayers.assign(3, HiddenLayer{8, Activation::tanh});
    return result;
}

void measureFrames(const char* what, Laboratory& laboratory, FrameClock& clock, int seconds, double headless) {
    wait(1000);
    clock.restart();
    QElapsedTimer timer;
    timer.start();
    const auto first = laboratory.picture()->snapshot->iteration;
    wait(seconds * 1000);
    const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const double speed = static_cast<double>(laboratory.picture()->snapshot->iteration - first) / elapsed;
    std::printf("%s: %.1f pictures/s, GUI thread works per picture: median %.2f ms, 99th percentile %.2f ms;"
                " %.0f steps/s = %.0f %% of headless %.0f\n",
                what, static_cast<double>(clock.count()) / elapsed, clock.quantile(0.5), clock.quantile(0.99), speed,
                100 * speed / headless, headless);
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 10;
    applyTheme(application, ThemeChoice::light);
    auto laboratory = std::make_unique<Laboratory>();
    auto window = std::make_unique<MainWindow>(*laboratory, Preferences{});
    window->resize(1440, 900);
    window->show();
    window->repaint();
    std::printf("start to first painted window: %lld ms\n", static_cast<long long>(sinceStart.elapsed()));

    GeneratorSettings flower{.generator = Generator::flower, .examples = 400, .noise = 0.2, .seed = 1};
    const Hyperparameters deep = deepNetwork();
    laboratory->setHyperparameters(deep);
    laboratory->setSpeed(std::nullopt);
    FrameClock clock(*laboratory);

    laboratory->generateData(flower);
    double headless = headlessSpeed(*laboratory->data(), deep, seconds);
    laboratory->play();
    measureFrames("flower, 400 points, 2-8-8-8-1", *laboratory, clock, seconds, headless);
    const long before = residentKilobytes();
    wait(seconds * 1000);
    std::printf("memory: %ld KiB, and %ld KiB after %d s more at full speed\n", before, residentKilobytes(), seconds);

    laboratory->pause();
    std::printf("pause: %.1f ms until shown\n",
                millisecondsUntil(*laboratory, [](const Snapshot& s) { return s.activity == Activity::paused; }));
    laboratory->play();
    std::printf("play: %.1f ms until shown\n",
                millisecondsUntil(*laboratory, [](const Snapshot& s) { return s.activity == Activity::running; }));

    flower.examples = GeneratorSettings::maxExamples;
    laboratory->generateData(flower);
    headless = headlessSpeed(*laboratory->data(), deep, seconds);
    measureFrames("flower, 50,000 points, 2-8-8-8-1", *laboratory, clock, seconds, headless);

    QElapsedTimer closing;
    closing.start();
    window.reset();
    laboratory.reset();
    std::printf("close while training: %lld ms\n", static_cast<long long>(closing.elapsed()));
}
