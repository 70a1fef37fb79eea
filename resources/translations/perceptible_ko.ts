<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Backdrop</name>
    <message>
        <source>+ %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagramScene</name>
    <message>
        <source>The widest line is |w| = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned. Escape lets go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, z = w·x + b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, z = w·a + b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From input %1 to the output ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From input %1 to layer 1, unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From layer %1, unit %2 to the output ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From layer %1, unit %2 to layer %3, unit %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the plane: %1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange is %1, neutral %2, blue %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerCaption</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaky</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>A[0] = X  %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A[%1]  %2 × %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = 1 / (1 + e⁻ᶻ): between 0 and 1, flat far from z = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = tanh z: between −1 and 1, flat far from z = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = max(0, z): a unit with z &lt; 0 for every example has no gradient and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = z for z &gt; 0, else 0.01 z: a small gradient is left on the negative side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a = z: layers of linear units together are no more than one linear unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W = 0: the units of a layer stay equal to each other, so nothing is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W = 0.01 · N(0, 1): breaks the symmetry, but deep networks start slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance 2 / (n[l−1] + n[l]): keeps the size of signals and gradients, made for tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance 2 / n[l−1]: makes up for the half that ReLU cuts off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flower</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>%1 %</source>
        <comment>accuracy</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1, line %2: one example too many; expected at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1; expected the name of a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder; expected a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read; expected a CSV file that you may open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: expected three columns (x1, x2 and label), but found %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3 is “%4”; expected a number with a decimal point, such as -1.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3 is “%4”; expected a number from %5 to %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: label is “%3”; expected 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: no example within %3 characters; expected x1, x2 and label on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: a quotation mark has no partner; expected one before and one after a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, but must be between %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::AppMenu</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Perceptible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perceptible %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A laboratory in which one watches a neural network learn.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::BoundaryCanvas</name>
    <message>
        <source>Decision boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw two clouds of points here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::CanvasPanel</name>
    <message>
        <source>Decision boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points of the chosen class while the button is held. The right button draws the other class, Shift erases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put one point of the chosen class with each click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the points that the ring passes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points of class 0: orange circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points of class 1: blue diamonds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>A tool&apos;s name, its key and what it does.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The radius of brush and eraser. The keys [ and ] change it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points the brush leaves under its ring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::CostPanel</name>
    <message>
        <source>Cost curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the wheel over the curve, or drag it, to look closer; a double click follows the run again. With the keyboard: +, − and Home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <comment>scale of an axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <comment>scale of an axis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic cost axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear cost axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal factors of J are equal distances: shows progress when J is already small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal differences of J are equal distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1. %2. %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train J %1, %2</source>
        <comment>cost and accuracy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test J %1, %2</source>
        <comment>cost and accuracy</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::CostPlot</name>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration %1
train J %2
test J %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::DataPanel</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points a generator makes, half of them in each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far generated points stray from their pattern, from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the points that training never sees and the test cost is measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <comment>of the points</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number behind the random points: the same seed, the same points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the next seed: other points of the same kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points to train, %2 to test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::Figure</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::GeneratorThumbnail</name>
    <message>
        <source>%1: replaces the points by generated ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::HyperparameterPanel</name>
    <message>
        <source>Hyperparameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one step of gradient descent goes: W := W − α dW and b := b − α db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#iterations: training stops after so many updates of the parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <comment>mini-batch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many training examples one update looks at; “full” takes all m of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first W[l] are drawn; every b[l] begins at 0. Another choice begins a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <comment>of the initial parameters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number behind the random initial parameters: the same seed, the same run. Another one begins a new run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::Laboratory</name>
    <message>
        <source>Generate points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points read from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not saved: %2. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from: draw some points or choose a data set first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 iterations are done: raise the number of iterations, or press Reset to begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training. Draw with the brush and the network follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Press → for a single step, Space to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: every weight moved by −α times its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at iteration 0 with the same initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New initial weights, drawn with seed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1 iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged at iteration %1: the next update would not be a finite number. The last finite weights are kept. Try a smaller learning rate α, then press Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training paused: there are no training points left. Draw some, then press Play.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::LayerCards</name>
    <message>
        <source>Activations of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A[%1] unit %2, example %3 (class %4): a = %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::LayerRow</name>
    <message>
        <source>Units of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n[%1], the number of units of hidden layer %1: the rows of W[%1] and b[%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g[%1], the function that makes A[%1] of Z[%1] in hidden layer %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::LayersBench</name>
    <message>
        <source>There are no training examples yet, so there are no activations to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: %1 of %2 training examples, evenly chosen, sorted by class. Rows: units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: all %1 training examples, sorted by class. Rows: units.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::LayersEditor</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L − 1, the number of layers between the inputs and the output; with none, the network is one neuron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sigmoid unit gives ŷ = a[L], the probability of class 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::MainWindow</name>
    <message>
        <source>Perceptible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::NetworkDiagram</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two inputs and one output, no hidden layer. Ctrl and the arrow keys walk from unit to unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two inputs, hidden layers with %1 units, one output. Ctrl and the arrow keys walk from unit to unit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::PlaybackBar</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update of all parameters, then pause (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to iteration 0 with the same initial parameters (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to iteration 0 with other initial parameters: the next seed (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates of the parameters since the last reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J over all training examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the training examples on the right side of the boundary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the test examples on the right side of the boundary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance, language and everything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the training where it is (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the network (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::PointsFileRow</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads points from a CSV file with the columns x1, x2 and label (0 or 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the points into a CSV file with the columns x1, x2 and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes all points away; Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::Readout</name>
    <message>
        <source>x₁ → %1 … %2   x₂ ↑ %3 … %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   y = %3 (test)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   y = %3 (train)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (test)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (train)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty plane to draw points on. Ctrl with the arrow keys moves a crosshair, Enter draws there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 points of class 0 and %L2 of class 1; %L3 of them are test points. The background is the network&apos;s output ŷ, the line is where ŷ = 0.5. Ctrl with the arrow keys moves a crosshair, Enter draws there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of gradient descent per second; at the right end as many as this computer can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>steps per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <comment>speed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Play (Space) and watch the boundary move. Draw on the plane whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>perceptible::Stroke</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The canvas is full: it holds %L1 points. Erase some to draw more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
