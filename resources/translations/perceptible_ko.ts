<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Backdrop</name>
    <message>
        <source>+ %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>LINEAR forward, layer %1</source>
        <translation>LINEAR 순전파, %1층</translation>
    </message>
    <message>
        <source>ACTIVATION forward (%2), layer %1</source>
        <translation>ACTIVATION 순전파 (%2), %1층</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>LINEAR backward, layer %1</source>
        <translation>LINEAR 역전파, %1층</translation>
    </message>
    <message>
        <source>ACTIVATION backward (%2), layer %1</source>
        <translation>ACTIVATION 역전파 (%2), %1층</translation>
    </message>
    <message>
        <source>UPDATE, layer %1</source>
        <translation>갱신, %1층</translation>
    </message>
</context>
<context>
    <name>DiagramScene</name>
    <message>
        <source>Every weight is 0</source>
        <translation>모든 가중치가 0</translation>
    </message>
    <message>
        <source>Pinned. Escape lets go.</source>
        <translation>고정했습니다. Esc를 누르면 풀립니다.</translation>
    </message>
    <message>
        <source>Thickest line: |w| = %1</source>
        <translation>가장 굵은 선: |w| = %1</translation>
    </message>
    <message>
        <source>The weights are not finite</source>
        <translation>가중치가 유한하지 않음</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Input %1</source>
        <translation>입력 %1</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>출력 %1</translation>
    </message>
    <message>
        <source>Layer %1, unit %2</source>
        <translation>%1층 유닛 %2</translation>
    </message>
    <message>
        <source>%1 = %2, z = w·x + b</source>
        <translation>%1 = %2, z = w·x + b</translation>
    </message>
    <message>
        <source>%1 = %2, z = w·a + b</source>
        <translation>%1 = %2, z = w·a + b</translation>
    </message>
    <message>
        <source>b = %1</source>
        <translation>b = %1</translation>
    </message>
    <message>
        <source>From input %1 to the output ŷ</source>
        <translation>입력 %1 → 출력 ŷ</translation>
    </message>
    <message>
        <source>From input %1 to layer 1, unit %2</source>
        <translation>입력 %1 → 1층 유닛 %2</translation>
    </message>
    <message>
        <source>From layer %1, unit %2 to the output ŷ</source>
        <translation>%1층 유닛 %2 → 출력 ŷ</translation>
    </message>
    <message>
        <source>From layer %1, unit %2 to layer %3, unit %4</source>
        <translation>%1층 유닛 %2 → %3층 유닛 %4</translation>
    </message>
    <message>
        <source>On the plane: %1 is 0 everywhere</source>
        <translation>평면에서 %1: 모두 0</translation>
    </message>
    <message>
        <source>On the plane: %1 from %2 to %3</source>
        <translation>평면에서 %1: %2 ~ %3</translation>
    </message>
    <message>
        <source>Orange is %1, neutral %2, blue %3</source>
        <translation>주황 %1, 중간색 %2, 파랑 %3</translation>
    </message>
    <message>
        <source>Units: %1</source>
        <translation>유닛 수: %1</translation>
    </message>
    <message>
        <source>On the plane: %1 is not a number</source>
        <translation>평면에서 %1: 숫자가 아님</translation>
    </message>
</context>
<context>
    <name>LayerCaption</name>
    <message>
        <source>Layer %1 · %2</source>
        <translation>%1층 · %2</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>leaky</source>
        <translation>leaky</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>A[0] = X  %1 × %2</source>
        <translation>A[0] = X  %1 × %2</translation>
    </message>
    <message>
        <source>A[%1]  %2 × %3 · %4</source>
        <translation>A[%1]  %2 × %3 · %4</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>0 everywhere</source>
        <translation>모두 0</translation>
    </message>
</context>
<context>
    <name>MistakeTexts</name>
    <message>
        <source>no mistake</source>
        <translation>오류 없음</translation>
    </message>
    <message>
        <source>1/m forgotten</source>
        <translation>1/m 빠뜨림</translation>
    </message>
    <message>
        <source>wrong sign</source>
        <translation>부호 틀림</translation>
    </message>
    <message>
        <source>g′ missing</source>
        <translation>g′ 빠뜨림</translation>
    </message>
    <message>
        <source>wrong transpose</source>
        <translation>전치 틀림</translation>
    </message>
    <message>
        <source>1/m is 1 with a single example.</source>
        <translation>예제가 하나뿐이면 1/m은 1입니다.</translation>
    </message>
    <message>
        <source>There is no hidden layer with another g′ than 1.</source>
        <translation>g′이 1이 아닌 은닉층이 없습니다.</translation>
    </message>
    <message>
        <source>Every W[l] is one row or one column.</source>
        <translation>모든 W[l]이 한 행이나 한 열입니다.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>a = 1 / (1 + e⁻ᶻ): between 0 and 1, flat far from z = 0.</source>
        <translation>a = 1 / (1 + e⁻ᶻ): 값이 0과 1 사이에 있고, z = 0에서 멀어지면 평평해집니다.</translation>
    </message>
    <message>
        <source>a = tanh z: between −1 and 1, flat far from z = 0.</source>
        <translation>a = tanh z: 값이 −1과 1 사이에 있고, z = 0에서 멀어지면 평평해집니다.</translation>
    </message>
    <message>
        <source>a = max(0, z): a unit with z &lt; 0 for every example has no gradient and stays as it is.</source>
        <translation>a = max(0, z): 모든 예제에서 z &lt; 0인 유닛은 기울기가 없어서 더 이상 변하지 않습니다.</translation>
    </message>
    <message>
        <source>a = z for z &gt; 0, else 0.01 z: a small gradient is left on the negative side.</source>
        <translation>z &gt; 0이면 a = z, 아니면 a = 0.01 z: 음수 쪽에도 작은 기울기가 남습니다.</translation>
    </message>
    <message>
        <source>a = z: layers of linear units together are no more than one linear unit.</source>
        <translation>a = z: 선형 유닛의 층은 여러 개를 쌓아도 선형 유닛 하나와 다르지 않습니다.</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>small random</source>
        <translation>작은 난수</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>W = 0: the units of a layer stay equal to each other, so nothing is learned.</source>
        <translation>W = 0: 한 층의 유닛들이 서로 똑같은 채로 있어서 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>W = 0.01 · N(0, 1): breaks the symmetry, but deep networks start slowly.</source>
        <translation>W = 0.01 · N(0, 1): 대칭을 깨지만, 깊은 신경망은 학습이 느리게 시작됩니다.</translation>
    </message>
    <message>
        <source>Variance 2 / (n[l−1] + n[l]): keeps the size of signals and gradients, made for tanh.</source>
        <translation>분산 2 / (n[l−1] + n[l]): 신호와 기울기의 크기를 유지합니다. tanh를 위한 방법입니다.</translation>
    </message>
    <message>
        <source>Variance 2 / n[l−1]: makes up for the half that ReLU cuts off.</source>
        <translation>분산 2 / n[l−1]: ReLU가 잘라 내는 절반을 보충합니다.</translation>
    </message>
    <message>
        <source>Two blobs</source>
        <translation>두 덩어리</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>동심원</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>두 반달</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>두 나선</translation>
    </message>
    <message>
        <source>Flower</source>
        <translation>꽃</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>a = z for z &gt; 0, else eᶻ − 1: smooth at z = 0, levels off at −1.</source>
        <translation>z &gt; 0이면 a = z, 아니면 a = eᶻ − 1: z = 0에서 매끄럽고, 음수 쪽에서는 −1에 가까워집니다.</translation>
    </message>
    <message>
        <source>a = log(1 + eᶻ): a ReLU without its kink, never quite 0.</source>
        <translation>a = log(1 + eᶻ): 꺾인 점이 없는 ReLU이며, 완전히 0이 되지는 않습니다.</translation>
    </message>
    <message>
        <source>a = z σ(z): close to ReLU, but smooth, and a little below 0 for z &lt; 0.</source>
        <translation>a = z σ(z): ReLU와 비슷하지만 매끄럽고, z &lt; 0에서는 값이 0보다 조금 작습니다.</translation>
    </message>
    <message>
        <source>a = sin z: goes up and down again and again, between −1 and 1.</source>
        <translation>a = sin z: 값이 −1과 1 사이를 되풀이해서 오르내립니다.</translation>
    </message>
    <message>
        <source>a = eᶻ / Σ eᶻ over the units: positive numbers that add up to 1.</source>
        <translation>a = eᶻ / Σ eᶻ(합은 모든 유닛에 대해): 값이 모두 양수이고 더하면 1이 됩니다.</translation>
    </message>
    <message>
        <source>LeCun</source>
        <translation>LeCun</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>균등 분포</translation>
    </message>
    <message>
        <source>Variance 1 / n[l−1]: keeps the size of the signals on the way forward.</source>
        <translation>분산 1 / n[l−1]: 순전파에서 신호의 크기를 유지합니다.</translation>
    </message>
    <message>
        <source>Every weight is equally likely anywhere from −0.5 to 0.5.</source>
        <translation>모든 가중치를 −0.5와 0.5 사이에서 고르게 뽑습니다.</translation>
    </message>
</context>
<context>
    <name>Notation</name>
    <message>
        <source>not a number</source>
        <translation>숫자가 아님</translation>
    </message>
</context>
<context>
    <name>NudgeWords</name>
    <message>
        <source>↑ Increase b</source>
        <translation>↑ b 늘리기</translation>
    </message>
    <message>
        <source>↓ Decrease b</source>
        <translation>↓ b 줄이기</translation>
    </message>
    <message>
        <source>Change wᵢ in proportion to xᵢ</source>
        <translation>xᵢ에 비례해 wᵢ 바꾸기</translation>
    </message>
    <message>
        <source>Change wᵢ in proportion to aᵢ</source>
        <translation>aᵢ에 비례해 wᵢ 바꾸기</translation>
    </message>
    <message>
        <source>Change xᵢ in proportion to wᵢ</source>
        <translation>wᵢ에 비례해 xᵢ 바꾸기</translation>
    </message>
    <message>
        <source>Change aᵢ in proportion to wᵢ</source>
        <translation>wᵢ에 비례해 aᵢ 바꾸기</translation>
    </message>
    <message>
        <source>−∂ℒ/∂aᵢ, to layer %1</source>
        <translation>−∂ℒ/∂aᵢ, %1층에</translation>
    </message>
    <message>
        <source>Nudges the bias b of this unit in the direction of −∂ℒ/∂b = −dz.</source>
        <translation>이 유닛의 편향 b를 −∂ℒ/∂b = −dz 방향으로 조금 바꿉니다.</translation>
    </message>
    <message>
        <source>Nudges all weights wᵢ of this unit together, each in proportion to its aᵢ: −∂ℒ/∂wᵢ = −dz · aᵢ.</source>
        <translation>이 유닛의 모든 가중치 wᵢ를 aᵢ에 비례해 함께 조금 바꿉니다: −∂ℒ/∂wᵢ = −dz · aᵢ.</translation>
    </message>
    <message>
        <source>The input is given with the point: it isn&apos;t ours to change.</source>
        <translation>입력은 점과 함께 주어진 것이라 우리가 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Each point has its own activations; only W and b, which all points share, can follow an average.</source>
        <translation>활성화 값은 점마다 다릅니다. 평균을 따를 수 있는 것은 모든 점이 함께 쓰는 W, b뿐입니다.</translation>
    </message>
    <message>
        <source>Nudges all activations aᵢ of the layer before together, each in proportion to its wᵢ; where the layer has several units, to what all of them wish together: −∂ℒ/∂aᵢ.</source>
        <translation>앞 층의 모든 활성화 값 aᵢ를 wᵢ에 비례해 함께 조금 바꿉니다. 이 층에 유닛이 여럿이면 모두가 함께 바라는 −∂ℒ/∂aᵢ에 비례합니다.</translation>
    </message>
    <message>
        <source>%1. But %2 is the input: it isn&apos;t ours to change.</source>
        <translation>%1. 그러나 %2: 입력이므로 우리가 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>%1. Each point has its own %2: only W and b, which all points share, can follow an average.</source>
        <translation>%1. %2 값은 점마다 다릅니다. 평균을 따를 수 있는 것은 모든 점이 함께 쓰는 W, b뿐입니다.</translation>
    </message>
    <message>
        <source>%1: increase %2</source>
        <translation>%1: %2 늘리기</translation>
    </message>
    <message>
        <source>%1: decrease %2</source>
        <translation>%1: %2 줄이기</translation>
    </message>
    <message>
        <source>%1: leave %2 as it is</source>
        <translation>%1: %2 그대로 두기</translation>
    </message>
    <message>
        <source>%1. This unit&apos;s share in it: %2</source>
        <translation>%1. 그중 이 유닛의 몫: %2</translation>
    </message>
    <message>
        <source>All wᵢ nudged together</source>
        <translation>모든 wᵢ 함께 조정</translation>
    </message>
    <message>
        <source>All aᵢ nudged together</source>
        <translation>모든 aᵢ 함께 조정</translation>
    </message>
    <message>
        <source>%1. Averaging over all points …</source>
        <translation>%1. 모든 점의 평균을 구하는 중…</translation>
    </message>
    <message>
        <source>%1. %2 It rose: even this step was too large for how the loss bends here.</source>
        <translation>%1. %2 손실이 늘었습니다. 이곳의 손실 곡선에는 이 걸음도 너무 컸습니다.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a nudge and what it did</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Averaging what %1 points wish …</source>
        <translation>점 %1개가 바라는 것의 평균을 구하는 중…</translation>
    </message>
    <message>
        <source>The wish has arrived at the input: %1 belongs to the point and isn&apos;t ours to change. What can follow the wishes are W and b on the way.</source>
        <translation>바라는 변화가 입력까지 전해졌습니다. %1: 점에 딸린 값이라 우리가 바꿀 수 없습니다. 따를 수 있는 것은 지나온 길의 W, b입니다.</translation>
    </message>
    <message>
        <source>%1 = 0: this point wishes nothing of the unit, and the unit hands nothing on.</source>
        <translation>%1 = 0: 이 점은 이 유닛에 바라는 것이 없고, 유닛도 앞 층에 아무것도 넘기지 않습니다.</translation>
    </message>
    <message>
        <source>A click adds a small part of the wish, at most a tenth, to a copy of the network. The training is not touched.</source>
        <translation>막대를 클릭하면 바라는 만큼의 일부(많아야 10분의 1)를 신경망의 사본에 더합니다. 학습은 그대로입니다.</translation>
    </message>
    <message>
        <source>layer %1 unit %2</source>
        <translation>%1층 유닛 %2</translation>
    </message>
    <message>
        <source>Each bar is the average of what all m = %1 points of the mini-batch wish: exactly −dW[%2] and −db[%2], the gradient of the mean loss.</source>
        <translation>막대는 미니배치의 점 m = %1개가 바라는 것의 평균입니다. 바로 평균 손실의 기울기인 −dW[%2], −db[%2]입니다.</translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>%1 %</source>
        <comment>accuracy</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1, line %2: one example too many; expected at most %3.</source>
        <translation>%1, %2번째 줄: 예제가 너무 많습니다. 최대 %3개까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1.</source>
        <translation>%1에 예제가 없습니다. 0.5,-1.25,1처럼 줄마다 x1, x2, label이 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 has no points; expected x1 and x2 on each line, such as 0.5,-1.25.</source>
        <translation>%1에 점이 없습니다. 0.5,-1.25처럼 줄마다 x1, x2가 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no file %1; expected the name of a CSV file.</source>
        <translation>%1: 파일이 없습니다. CSV 파일의 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is a folder; expected a CSV file.</source>
        <translation>%1: 폴더입니다. CSV 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read; expected a CSV file that you may open.</source>
        <translation>%1: 읽을 수 없습니다. 읽기 권한이 있는 CSV 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: expected three columns (x1, x2 and label), but found %3.</source>
        <translation>%1, %2번째 줄: 열이 세 개(x1, x2, label)여야 하는데 %3개 있습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: expected two columns (x1 and x2), but found %3.</source>
        <translation>%1, %2번째 줄: 열이 두 개(x1, x2)여야 하는데 %3개 있습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: expected two or three columns (x1, x2 and maybe label), but found %3.</source>
        <translation>%1, %2번째 줄: 열이 두 개(x1, x2) 또는 세 개(x1, x2, label)여야 하는데 %3개 있습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: two columns are named %3; expected one.</source>
        <translation>%1, %2번째 줄: %3(이)라는 열이 두 개입니다. 하나만 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: there is a column %3, but none named %4.</source>
        <translation>%1, %2번째 줄: %3 열은 있지만 %4(이)라는 열이 없습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: one of the two columns is the label; expected x1 and x2.</source>
        <translation>%1, %2번째 줄: 두 열 가운데 하나가 label입니다. x1과 x2가 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is “%4”; expected a number with a decimal point, such as -1.25.</source>
        <translation>%1, %2번째 줄: %3 값이 “%4”입니다. -1.25처럼 소수점을 쓴 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is “%4”; expected a number from %5 to %6.</source>
        <translation>%1, %2번째 줄: %3 값이 “%4”입니다. %5에서 %6까지의 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: label is “%3”; expected 0 or 1.</source>
        <translation>%1, %2번째 줄: label 값이 “%3”입니다. 0 또는 1이어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: label is “%3”; expected a class from 0 to %4.</source>
        <translation>%1, %2번째 줄: label 값이 “%3”입니다. 0에서 %4까지의 클래스여야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: label is “%3”; expected a class from 0 to %4 or a number.</source>
        <translation>%1, %2번째 줄: label 값이 “%3”입니다. 0에서 %4까지의 클래스이거나 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each line.</source>
        <translation>%1, %2번째 줄: 텍스트가 아닙니다. 줄마다 x1, x2, label이 있는 UTF-8 CSV 파일이어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: no example within %3 characters; expected x1, x2 and label on each line.</source>
        <translation>%1, %2번째 줄: %3자 안에 예제가 없습니다. 줄마다 x1, x2, label이 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: a quotation mark has no partner; expected one before and one after a value.</source>
        <translation>%1, %2번째 줄: 따옴표의 짝이 없습니다. 값의 앞뒤에 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2, but must be between %3 and %4.</source>
        <translation>%1 값이 %2입니다. %3에서 %4 사이여야 합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read; expected a session file that you may open.</source>
        <translation>%1: 읽을 수 없습니다. 읽기 권한이 있는 세션 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); expected a name in a folder that has room and that you may write to.</source>
        <translation>%1: 쓸 수 없습니다(%2). 여유 공간과 쓰기 권한이 있는 폴더 안의 파일 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is a list of %2; expected a list of %3.</source>
        <translation>%1: 항목이 %2개 있습니다. 항목이 %3개인 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is a list of %2; expected a list of at most %3.</source>
        <translation>%1: 항목이 %2개 있습니다. 항목이 최대 %3개인 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2, which occurs twice; expected each at most once.</source>
        <translation>%1 값이 %2입니다. 같은 값이 두 번 있습니다. 각각 한 번까지만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected %3.</source>
        <translation>%1 값이 %2입니다. %3 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected a finite number.</source>
        <translation>%1 값이 %2입니다. 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected a number above %3.</source>
        <translation>%1 값이 %2입니다. %3보다 큰 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected a number from %3 to %4.</source>
        <translation>%1 값이 %2입니다. %3에서 %4까지의 수여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected a whole number from %3 to %4.</source>
        <translation>%1 값이 %2입니다. %3에서 %4까지의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected a whole number.</source>
        <translation>%1 값이 %2입니다. 정수여야 합니다.</translation>
    </message>
    <message>
        <source>%1 is %2; expected one of: %3.</source>
        <translation>%1 값이 %2입니다. 다음 중 하나여야 합니다: %3.</translation>
    </message>
    <message>
        <source>%1 is a folder; expected a session file.</source>
        <translation>%1: 폴더입니다. 세션 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is a folder; expected the name of a file.</source>
        <translation>%1: 폴더입니다. 파일의 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is not known; expected only %2 there.</source>
        <translation>%1: 알 수 없는 이름입니다. 여기에는 다음 이름만 쓸 수 있습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is of version %2; this program reads version %3.</source>
        <translation>%1: 버전 %2 파일입니다. 이 프로그램은 버전 %3 파일을 읽습니다.</translation>
    </message>
    <message>
        <source>%1 is too large; expected at most %2 bytes.</source>
        <translation>%1: 파일이 너무 큽니다. 최대 %2바이트까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, %2 is missing; expected it in every session.</source>
        <translation>%1: %2 항목이 없습니다. 모든 세션에 있어야 하는 항목입니다.</translation>
    </message>
    <message>
        <source>%1, %2 is too deep; expected at most %3 brackets within each other.</source>
        <translation>%1: %2 항목이 너무 깊이 들어 있습니다. 괄호는 최대 %3겹까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, %2 occurs twice; expected it once.</source>
        <translation>%1: %2 항목이 두 번 있습니다. 한 번만 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: found “%4”; expected %5.</source>
        <translation>%1, %2번째 줄 %3번째 글자: “%4” 부분이 올바르지 않습니다. %5 가운데 하나가 와야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: found “%4”; expected nothing more.</source>
        <translation>%1, %2번째 줄 %3번째 글자: “%4” 부분이 올바르지 않습니다. 여기에는 더 이상 아무것도 없어야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: the text ends here; expected %4.</source>
        <translation>%1, %2번째 줄 %3번째 글자: 여기에서 텍스트가 끝납니다. %4 가운데 하나가 와야 합니다.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not text; expected JSON in UTF-8.</source>
        <translation>%1, %2번째 줄: 텍스트가 아닙니다. UTF-8로 된 JSON이어야 합니다.</translation>
    </message>
    <message>
        <source>There is no file %1; expected the name of a session file.</source>
        <translation>%1: 파일이 없습니다. 세션 파일의 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>features has %1 twice; expected each at most once.</source>
        <translation>features 목록에 %1 항목이 두 번 있습니다. 각각 한 번까지만 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::AppMenu</name>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>About Perceptible</source>
        <translation>Perceptible 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Perceptible %1</source>
        <translation>Perceptible %1</translation>
    </message>
    <message>
        <source>A laboratory in which one watches a neural network learn.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>신경망이 학습하는 과정을 눈으로 지켜보는 실험실입니다.

GNU 일반 공중 사용 허가서(GPL) 버전 3 이상을 따르는 자유 소프트웨어입니다.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>text size</comment>
        <translation>자동</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>text size</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
</context>
<context>
    <name>perceptible::BackpropBench</name>
    <message>
        <source>Pause and walk through the next iteration</source>
        <translation>일시정지하고 다음 반복을 따라가기</translation>
    </message>
    <message>
        <source>The network is training. Backpropagation can be walked through when it stands still.</source>
        <translation>신경망이 학습하고 있습니다. 역전파는 학습이 멈춰 있을 때 따라갈 수 있습니다.</translation>
    </message>
    <message>
        <source>There are no training examples yet: draw some points, and walk through what the network learns from them.</source>
        <translation>아직 훈련 예제가 없습니다. 점을 몇 개 그리고, 신경망이 거기서 무엇을 배우는지 따라가 보십시오.</translation>
    </message>
    <message>
        <source>Every number of an iteration over so many examples and units would fill the memory. Choose fewer points, smaller layers, or a mini-batch.</source>
        <translation>예제와 유닛이 너무 많아서 한 반복의 모든 수를 담으면 메모리가 가득 찹니다. 점을 줄이거나, 층을 작게 하거나, 미니배치를 고르십시오.</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>One iteration, sub-step by sub-step.</source>
        <translation>한 반복을 세부 단계로 하나씩 따라갑니다.</translation>
    </message>
    <message>
        <source>Nudges</source>
        <translation>밀기</translation>
    </message>
    <message>
        <source>What one example wishes of a unit: its bias, its weights, and the activations before it.</source>
        <translation>예제 하나가 유닛에 바라는 것: 편향, 가중치, 그리고 앞 층의 활성화 값.</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Is backprop right? Its gradient beside the slope of J, for one parameter and for all.</source>
        <translation>역전파가 맞을까요? 파라미터 하나와 전체에 대해 역전파의 기울기를 J의 기울기와 나란히 봅니다.</translation>
    </message>
    <message>
        <source>A click on a bar nudges a copy of the network. The training is not touched.</source>
        <translation>막대를 클릭하면 신경망의 복사본을 조금 밀어 봅니다. 학습은 그대로입니다.</translation>
    </message>
    <message>
        <source>Choose a parameter here, or click on a weight or a bias in the network. The training is not touched.</source>
        <translation>여기서 파라미터를 고르거나 신경망에서 가중치나 편향을 클릭하십시오. 학습은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::Bench</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Backprop</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Every layer&apos;s activations, live</source>
        <translation>모든 층의 활성화 값을 실시간으로 봅니다</translation>
    </message>
    <message>
        <source>Pauses, and walks through the next iteration number by number (B)</source>
        <translation>일시정지하고 다음 반복을 숫자 하나하나 따라갑니다 (B)</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>작업대</translation>
    </message>
    <message>
        <source>Leave the walk</source>
        <translation>따라가기 끝내기</translation>
    </message>
</context>
<context>
    <name>perceptible::BlockChain</name>
    <message>
        <source>Chain of blocks</source>
        <translation>블록의 사슬</translation>
    </message>
</context>
<context>
    <name>perceptible::BoundaryCanvas</name>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Draw two clouds of points here</source>
        <translation>여기에 두 무리의 점을 그려 보세요</translation>
    </message>
</context>
<context>
    <name>perceptible::CanvasPanel</name>
    <message>
        <source>Decision boundary</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Draw points of the chosen class while the button is held. The right button draws the other class, Shift erases.</source>
        <translation>마우스 버튼을 누르고 있는 동안 선택한 클래스의 점을 그립니다. 오른쪽 버튼은 다른 클래스를 그리고, Shift를 함께 누르면 지웁니다.</translation>
    </message>
    <message>
        <source>Single point</source>
        <translation>점 하나</translation>
    </message>
    <message>
        <source>Put one point of the chosen class with each click.</source>
        <translation>클릭할 때마다 선택한 클래스의 점을 하나 찍습니다.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Remove the points that the ring passes over.</source>
        <translation>고리가 지나가는 자리의 점을 지웁니다.</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>클래스 0</translation>
    </message>
    <message>
        <source>Draw points of class 0: orange circles.</source>
        <translation>클래스 0의 점(주황색 원)을 그립니다.</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>클래스 1</translation>
    </message>
    <message>
        <source>Draw points of class 1: blue diamonds.</source>
        <translation>클래스 1의 점(파란색 마름모)을 그립니다.</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>A tool&apos;s name, its key and what it does.</extracomment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>Smaller radius</source>
        <translation>반지름 줄이기</translation>
    </message>
    <message>
        <source>Larger radius</source>
        <translation>반지름 늘리기</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>반지름</translation>
    </message>
    <message>
        <source>The radius of brush and eraser. The keys [ and ] change it too.</source>
        <translation>브러시와 지우개의 반지름입니다. [ 키와 ] 키로도 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>How many points the brush leaves under its ring.</source>
        <translation>브러시가 고리 안에 남기는 점의 개수입니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::CheckQuestionPanel</name>
    <message>
        <source>Break it: backward with a mistake</source>
        <translation>고장 내기: 역전파에 오류 넣기</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>고장 내기</translation>
    </message>
    <message>
        <source>Makes a classic mistake in a copy of backward, whose gradients are checked. The training is never touched.</source>
        <translation>역전파의 복사본에 흔한 오류를 넣고 그 기울기를 검사합니다. 학습에는 전혀 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>The checked copy is backward as it trains.</source>
        <translation>검사하는 복사본은 학습에 쓰는 역전파 그대로입니다.</translation>
    </message>
    <message>
        <source>⚠ The checked copy is broken: %1. Training is not touched.</source>
        <translation>⚠ 고장 난 복사본: %1. 학습은 그대로입니다.</translation>
    </message>
    <message>
        <source>⚠ This mistake changes nothing here: %1</source>
        <translation>⚠ 여기서는 달라지는 것이 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>perceptible::CodePanel</name>
    <message>
        <source>The sub-step in NumPy</source>
        <translation>NumPy로 쓴 세부 단계</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>이 줄들을 복사</translation>
    </message>
    <message>
        <source>Puts the lines on the clipboard.</source>
        <translation>이 줄들을 클립보드에 복사합니다.</translation>
    </message>
    <message>
        <source>These lines of NumPy are on the clipboard.</source>
        <translation>이 NumPy 코드를 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::CostPanel</name>
    <message>
        <source>Cost curve</source>
        <translation>비용 곡선</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Turn the wheel over the curve, or drag it, to look closer; a double click follows the run again. With the keyboard: +, − and Home.</source>
        <translation>곡선 위에서 휠을 돌리거나 끌면 자세히 볼 수 있고, 두 번 클릭하면 다시 학습을 따라갑니다. 키보드에서는 +, −, Home 키를 씁니다.</translation>
    </message>
    <message>
        <source>linear</source>
        <comment>scale of an axis</comment>
        <translation>선형</translation>
    </message>
    <message>
        <source>log</source>
        <comment>scale of an axis</comment>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic cost axis</source>
        <translation>비용 축: 로그 눈금</translation>
    </message>
    <message>
        <source>Linear cost axis</source>
        <translation>비용 축: 선형 눈금</translation>
    </message>
    <message>
        <source>Equal factors of J are equal distances: shows progress when J is already small.</source>
        <translation>J의 비율이 같으면 간격도 같습니다. J가 이미 작아진 뒤에도 나아지는 정도가 보입니다.</translation>
    </message>
    <message>
        <source>Equal differences of J are equal distances.</source>
        <translation>J의 차이가 같으면 간격도 같습니다.</translation>
    </message>
    <message>
        <source>Iteration %1. %2. %3.</source>
        <translation>반복 %1. %2. %3.</translation>
    </message>
    <message>
        <source>train J %1, %2</source>
        <comment>cost and accuracy</comment>
        <translation>훈련 J %1, %2</translation>
    </message>
    <message>
        <source>test J %1, %2</source>
        <comment>cost and accuracy</comment>
        <translation>테스트 J %1, %2</translation>
    </message>
</context>
<context>
    <name>perceptible::CostPlot</name>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>cost J</source>
        <translation>비용 J</translation>
    </message>
    <message>
        <source>diverged here</source>
        <translation>여기서 발산</translation>
    </message>
    <message>
        <source>iteration %1
train J %2
test J %3</source>
        <translation>반복 %1
훈련 J %2
테스트 J %3</translation>
    </message>
</context>
<context>
    <name>perceptible::CostSectionPlot</name>
    <message>
        <source>J − tangent</source>
        <translation>J − 접선</translation>
    </message>
    <message>
        <source>J against w, with tangent and chord</source>
        <translation>w에 따른 J, 접선과 할선</translation>
    </message>
</context>
<context>
    <name>perceptible::DataPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Points m</source>
        <translation>점 개수 m</translation>
    </message>
    <message>
        <source>How many points a generator makes, half of them in each class.</source>
        <translation>생성할 점의 개수입니다. 두 클래스에 절반씩 나뉩니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>How far generated points stray from their pattern, from 0 to 1.</source>
        <translation>생성한 점이 원래 모양에서 흩어지는 정도입니다. 0에서 1까지입니다.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>The share of the points that training never sees and the test cost is measured on.</source>
        <translation>학습에 쓰지 않고 테스트 비용을 재는 데만 쓰는 점의 비율입니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <comment>of the points</comment>
        <translation>시드</translation>
    </message>
    <message>
        <source>The number behind the random points: the same seed, the same points.</source>
        <translation>점을 무작위로 만들 때 쓰는 수입니다. 시드가 같으면 점도 같습니다.</translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation>다음 시드</translation>
    </message>
    <message>
        <source>Takes the next seed: other points of the same kind.</source>
        <translation>다음 시드로 같은 종류의 다른 점을 만듭니다.</translation>
    </message>
    <message>
        <source>Training: %1, test: %2</source>
        <translation>훈련 %1개, 테스트 %2개</translation>
    </message>
    <message>
        <source>These numbers shape the next data set.</source>
        <translation>이 값들은 다음 데이터에 쓰입니다.</translation>
    </message>
    <message>
        <source>These numbers shape the next data set: click one above.</source>
        <translation>이 값들은 다음 데이터를 만들 때 쓰입니다. 위에서 데이터를 하나 선택하세요.</translation>
    </message>
</context>
<context>
    <name>perceptible::ErrorPlot</name>
    <message>
        <source>error</source>
        <translation>오차</translation>
    </message>
</context>
<context>
    <name>perceptible::Figure</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>perceptible::GeneratorThumbnail</name>
    <message>
        <source>%1: replaces the points by generated ones.</source>
        <translation>%1: 지금 있는 점을 새로 생성한 점으로 바꿉니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::GradientCheckPage</name>
    <message>
        <source>There is nothing to check yet. Put some training points on the plane, or choose a data set: then the gradient of every parameter can be compared with the slope of J.</source>
        <translation>아직 검사할 것이 없습니다. 평면에 훈련 점을 그리거나 데이터를 선택하면, 모든 파라미터의 기울기를 J의 실제 기울기와 비교할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::HyperparameterPanel</name>
    <message>
        <source>Hyperparameters</source>
        <translation>하이퍼파라미터</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>학습률 α</translation>
    </message>
    <message>
        <source>How far one step of gradient descent goes: W := W − α dW and b := b − α db.</source>
        <translation>경사 하강법이 한 스텝에 얼마나 움직일지 정합니다. W := W − α dW, b := b − α db.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>#iterations: training stops after so many updates of the parameters.</source>
        <translation>#iterations: 파라미터를 이 횟수만큼 갱신하면 학습을 멈춥니다.</translation>
    </message>
    <message>
        <source>full</source>
        <comment>mini-batch</comment>
        <translation>전체</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>How many training examples one update looks at; “full” takes all m of them.</source>
        <translation>한 번 갱신할 때 쓰는 훈련 예제의 개수입니다. “전체”는 m개를 모두 씁니다.</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>How the first W[l] are drawn; every b[l] begins at 0. Another choice begins a new run.</source>
        <translation>W[l]의 초깃값을 정하는 방법입니다. b[l]의 초깃값은 모두 0입니다. 바꾸면 학습을 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <comment>of the initial parameters</comment>
        <translation>시드</translation>
    </message>
    <message>
        <source>The number behind the random initial parameters: the same seed, the same run. Another one begins a new run.</source>
        <translation>초기 파라미터를 무작위로 정할 때 쓰는 수입니다. 시드가 같으면 학습 과정도 같습니다. 바꾸면 학습을 새로 시작합니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::Laboratory</name>
    <message>
        <source>Generate points</source>
        <translation>점 생성</translation>
    </message>
    <message>
        <source>Change the test share</source>
        <translation>테스트 비율 변경</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>CSV 열기</translation>
    </message>
    <message>
        <source>Points read from %2: %1.</source>
        <translation>%2에서 점 %1개를 읽었습니다.</translation>
    </message>
    <message>
        <source>Points saved to %1.</source>
        <translation>%1에 점을 저장했습니다.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. What was there before is unchanged.</source>
        <translation>%1: 저장하지 못했습니다(%2). 전에 있던 내용은 그대로입니다.</translation>
    </message>
    <message>
        <source>There is nothing to learn from: draw some points or choose a data set first.</source>
        <translation>학습할 데이터가 없습니다. 먼저 점을 그리거나 데이터를 선택하세요.</translation>
    </message>
    <message>
        <source>Iterations done: %1, which is the limit. Raise it, or press Reset to begin again.</source>
        <translation>반복 %1회를 모두 마쳤습니다. 반복 횟수를 늘리거나, 리셋을 눌러 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Training. Draw with the brush and the network follows.</source>
        <translation>학습 중입니다. 브러시로 점을 그리면 신경망이 따라갑니다.</translation>
    </message>
    <message>
        <source>Paused. Press → for a single step, Space to go on.</source>
        <translation>멈췄습니다. →를 누르면 한 스텝만, Space를 누르면 계속 학습합니다.</translation>
    </message>
    <message>
        <source>Back at iteration 0 with the same initial weights.</source>
        <translation>초기 가중치를 그대로 두고 반복 0으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>New initial weights, drawn with seed %1.</source>
        <translation>새 초기 가중치를 뽑았습니다(시드 %1).</translation>
    </message>
    <message>
        <source>Training paused: there are no training points left. Draw some, then press Play.</source>
        <translation>훈련에 쓸 점이 없어 학습을 멈췄습니다. 점을 그린 뒤 시작을 누르세요.</translation>
    </message>
    <message>
        <source>Points read from %2: %1. All are of one class, so there is no boundary to find.</source>
        <translation>%2에서 점 %1개를 읽었습니다. 모두 한 클래스라서 찾을 경계가 없습니다.</translation>
    </message>
    <message>
        <source>Points read from %2: %1. All lie on one spot, so there is no boundary to find.</source>
        <translation>%2에서 점 %1개를 읽었습니다. 모두 한자리에 있어서 찾을 경계가 없습니다.</translation>
    </message>
    <message>
        <source>All initial weights are 0, whatever the seed: choose another initialisation.</source>
        <translation>시드와 관계없이 초기 가중치가 모두 0입니다. 다른 초기화를 고르십시오.</translation>
    </message>
    <message>
        <source>The limit of iterations is reached: stopped at iteration %1.</source>
        <translation>반복 한도에 이르러 멈췄습니다. 반복: %1.</translation>
    </message>
    <message>
        <source>Training diverged at iteration %1: the next update would give numbers that are not finite. The last finite weights are kept. Try a smaller learning rate α, then press Reset.</source>
        <translation>반복 %1에서 학습이 발산했습니다. 다음 갱신을 하면 유한하지 않은 수가 나옵니다. 마지막 유한한 가중치를 그대로 둡니다. 학습률 α를 줄인 다음 리셋을 누르십시오.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>실행을 취소했습니다: %1.</translation>
    </message>
    <message>
        <source>Redone: %1.</source>
        <translation>다시 실행했습니다: %1.</translation>
    </message>
    <message>
        <source>One step: one update of every weight and bias.</source>
        <translation>한 스텝: 모든 가중치와 편향이 한 번 갱신되었습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::LayerCards</name>
    <message>
        <source>Activations of every layer</source>
        <translation>모든 층의 활성화 값</translation>
    </message>
    <message>
        <source>A[%1] unit %2, example %3 (class %4): a = %5</source>
        <translation>A[%1] 유닛 %2, 예제 %3 (클래스 %4): a = %5</translation>
    </message>
</context>
<context>
    <name>perceptible::LayerRow</name>
    <message>
        <source>Units of layer %1</source>
        <translation>%1층의 유닛 수</translation>
    </message>
    <message>
        <source>n[%1], the number of units of hidden layer %1: the rows of W[%1] and b[%1].</source>
        <translation>n[%1]: 은닉층 %1의 유닛 수이며, W[%1], b[%1]의 행 수입니다.</translation>
    </message>
    <message>
        <source>Activation of layer %1</source>
        <translation>%1층의 활성화 함수</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>g[%1], the function that makes A[%1] from Z[%1] in hidden layer %1.</source>
        <translation>은닉층 %1에서 Z[%1]의 값으로 A[%1]의 값을 만드는 함수 g[%1]입니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::LayersBench</name>
    <message>
        <source>There are no training examples yet, so there are no activations to show.</source>
        <translation>아직 훈련 예제가 없어서 보여 줄 활성화 값이 없습니다.</translation>
    </message>
    <message>
        <source>Columns: %1 of %2 training examples, evenly chosen, sorted by class. Rows: units.</source>
        <translation>열: 훈련 예제 %2개 중 고르게 뽑은 %1개, 클래스 순. 행: 유닛.</translation>
    </message>
    <message>
        <source>Columns: all %1 training examples, sorted by class. Rows: units.</source>
        <translation>열: 훈련 예제 %1개 모두, 클래스 순. 행: 유닛.</translation>
    </message>
</context>
<context>
    <name>perceptible::LayersEditor</name>
    <message>
        <source>Layers</source>
        <translation>층 구성</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층 수</translation>
    </message>
    <message>
        <source>L − 1, the number of layers between the inputs and the output; with none, the network is one neuron.</source>
        <translation>L − 1: 입력과 출력 사이에 있는 층의 수입니다. 0이면 신경망은 뉴런 하나입니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>1 · sigmoid</source>
        <translation>1 · sigmoid</translation>
    </message>
    <message>
        <source>One sigmoid unit gives ŷ = a[L], the probability of class 1.</source>
        <translation>sigmoid 유닛 하나가 클래스 1일 확률 ŷ = a[L]을 냅니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::MainWindow</name>
    <message>
        <source>Perceptible</source>
        <translation>Perceptible</translation>
    </message>
</context>
<context>
    <name>perceptible::NamedNumber</name>
    <message>
        <source>%1: %2</source>
        <comment>name and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>perceptible::NetworkCheckRow</name>
    <message>
        <source>Check all parameters</source>
        <translation>모든 파라미터 검사</translation>
    </message>
    <message>
        <source>Compares backprop&apos;s gradient of every parameter with its difference quotient, ε = 1e−5.</source>
        <translation>모든 파라미터에서 역전파의 기울기를 차분 몫과 비교합니다. ε = 1e−5입니다.</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>검사 중지</translation>
    </message>
    <message>
        <source>Ends the check at once.</source>
        <translation>검사를 바로 끝냅니다.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>검사 진행 상황</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>아직 검사하지 않음</translation>
    </message>
    <message>
        <source>%1 parameters; each takes two to six evaluations of J.</source>
        <translation>파라미터 %1개. 하나에 J를 두 번에서 여섯 번 계산합니다.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>검사 중…</translation>
    </message>
    <message>
        <source>%1 of %2 parameters</source>
        <translation>파라미터 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Stopped: no verdict</source>
        <translation>중지함: 판정 없음</translation>
    </message>
    <message>
        <source>%1 of %2 parameters were checked.</source>
        <translation>파라미터 %2개 중 %1개를 검사했습니다.</translation>
    </message>
    <message>
        <source>Failed: not every number is finite</source>
        <translation>실패: 유한하지 않은 수가 있습니다</translation>
    </message>
    <message>
        <source>Failed: relative error %1 &gt; 1e−7</source>
        <translation>실패: 상대 오차 %1 &gt; 1e−7</translation>
    </message>
    <message>
        <source>Passed: relative error %1 ≤ 1e−7</source>
        <translation>통과: 상대 오차 %1 ≤ 1e−7</translation>
    </message>
    <message>
        <source>Passed: g and ĝ differ by no more than rounding</source>
        <translation>통과: g와 ĝ의 차이는 반올림 오차뿐입니다</translation>
    </message>
    <message>
        <source>All %1 parameters compared.</source>
        <translation>파라미터 %1개를 모두 비교했습니다.</translation>
    </message>
    <message>
        <source>%1 parameters compared; %2 left out, whose ĝ straddles a kink of a ReLU or of |w|.</source>
        <translation>파라미터 %1개를 비교했습니다. %2개는 ĝ이 ReLU나 |w|의 꺾인 점에 걸쳐 있어 뺐습니다.</translation>
    </message>
    <message>
        <source>Layer by layer:   %1</source>
        <translation>층별:   %1</translation>
    </message>
    <message>
        <source>Worst: %1</source>
        <translation>오차 최대: %1</translation>
    </message>
    <message>
        <source>Of all parameters, g and ĝ are farthest apart here: g = %1, ĝ = %2. Press to look at it.</source>
        <translation>모든 파라미터 가운데 g와 ĝ의 차이가 가장 큰 곳입니다: g = %1, ĝ = %2. 누르면 자세히 봅니다.</translation>
    </message>
    <message>
        <source>; layer %1 not checked</source>
        <translation>; %1층은 검사하지 못함</translation>
    </message>
</context>
<context>
    <name>perceptible::NetworkDiagram</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Two inputs and one output, no hidden layer. Ctrl and the arrow keys walk from unit to unit.</source>
        <translation>입력 두 개와 출력 하나가 있고 은닉층은 없습니다. Ctrl과 화살표 키로 유닛 사이를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Two inputs, hidden layers with %1 units, one output. Ctrl and the arrow keys walk from unit to unit.</source>
        <translation>입력 두 개, 은닉층(유닛 수 %1), 출력 하나가 있습니다. Ctrl과 화살표 키로 유닛 사이를 옮겨 다닙니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::NudgeChooser</name>
    <message>
        <source>Point</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer l of the unit; the last one is the output.</source>
        <translation>유닛이 있는 층 l입니다. 마지막 층이 출력입니다.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>The unit of this layer whose activation is to change.</source>
        <translation>활성화 값을 바꾸려는 이 층의 유닛입니다.</translation>
    </message>
    <message>
        <source>This point</source>
        <translation>이 점</translation>
    </message>
    <message>
        <source>Average over all m</source>
        <translation>m개 전체의 평균</translation>
    </message>
    <message>
        <source>What the chosen point wishes: −∂ℒ/∂b, −∂ℒ/∂w, −∂ℒ/∂a.</source>
        <translation>고른 점이 바라는 것입니다: −∂ℒ/∂b, −∂ℒ/∂w, −∂ℒ/∂a.</translation>
    </message>
    <message>
        <source> of %1</source>
        <comment>the last point&apos;s number</comment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Whose wishes are shown: one of the mini-batch&apos;s points.</source>
        <translation>어느 점이 바라는 것을 볼지 고릅니다. 미니배치에 든 점입니다.</translation>
    </message>
    <message>
        <source>What all m points of the mini-batch wish on average: −db and −dW.</source>
        <translation>미니배치의 점 m개가 평균적으로 바라는 것입니다: −db, −dW.</translation>
    </message>
</context>
<context>
    <name>perceptible::NudgeGroup</name>
    <message>
        <source>Thick: what all units of the layer wish together. Thin: this unit&apos;s share in it.</source>
        <translation>굵은 막대: 이 층의 모든 유닛이 함께 바라는 것. 가는 막대: 그중 이 유닛의 몫.</translation>
    </message>
</context>
<context>
    <name>perceptible::NudgesPage</name>
    <message>
        <source>There is nothing to nudge yet. Draw some points or choose a data set; then each of them wishes something of every unit.</source>
        <translation>아직 조정할 것이 없습니다. 점을 그리거나 데이터를 고르면, 점마다 모든 유닛에 바라는 것이 생깁니다.</translation>
    </message>
    <message>
        <source>Undo nudges</source>
        <translation>밀기 되돌리기</translation>
    </message>
    <message>
        <source>Takes all nudges of this page back: the copy is as it was trained again.</source>
        <translation>이 페이지에서 민 것을 모두 되돌립니다. 사본은 다시 훈련된 그대로가 됩니다.</translation>
    </message>
    <message>
        <source>Propagate backwards ←</source>
        <translation>역방향으로 전파 ←</translation>
    </message>
    <message>
        <source>Goes to the unit of the layer before of which most is wished (Shift+←); Shift+→ goes back.</source>
        <translation>앞 층에서 가장 큰 변화를 바라는 유닛으로 갑니다(Shift+←). Shift+→를 누르면 되돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::NumberField</name>
    <message>
        <source>%1: %2 is outside %3 … %4; it stays at %5.</source>
        <translation>%1: %2 값은 %3 … %4 범위를 벗어나므로 %5 값을 그대로 유지합니다.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number in %3 … %4; it stays at %5.</source>
        <translation>%1: “%2” 입력은 %3 … %4 범위의 수가 아니므로 %5 값을 그대로 유지합니다.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a whole number in %3 … %4; it stays at %5.</source>
        <translation>%1: “%2” 입력은 %3 … %4 범위의 정수가 아니므로 %5 값을 그대로 유지합니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::OperandView</name>
    <message>
        <source>inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>units of layer %1</source>
        <translation>%1층의 유닛</translation>
    </message>
    <message>
        <source>examples of the mini-batch</source>
        <translation>미니배치의 예제</translation>
    </message>
    <message>
        <source>one</source>
        <translation>하나</translation>
    </message>
    <message>
        <source>Rows: %1. Columns: %2. A click folds the matrix and gives its room to the others.</source>
        <translation>행: %1. 열: %2. 클릭하면 행렬을 접어서 자리를 다른 행렬에 내줍니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::ParameterPicker</name>
    <message>
        <source>layer </source>
        <comment>before its number</comment>
        <translation>층 </translation>
    </message>
    <message>
        <source>row </source>
        <comment>before its number</comment>
        <translation>행 </translation>
    </message>
    <message>
        <source>col. </source>
        <comment>before its number</comment>
        <translation>열 </translation>
    </message>
    <message>
        <source>Layer of the parameter</source>
        <translation>파라미터의 층</translation>
    </message>
    <message>
        <source>l of W[l] and b[l]</source>
        <translation>W[l]과 b[l]의 l</translation>
    </message>
    <message>
        <source>Row of the parameter</source>
        <translation>파라미터의 행</translation>
    </message>
    <message>
        <source>The unit of layer l that the parameter belongs to</source>
        <translation>파라미터가 속한 l층의 유닛</translation>
    </message>
    <message>
        <source>Column of the parameter</source>
        <translation>파라미터의 열</translation>
    </message>
    <message>
        <source>The unit of layer l − 1 whose activation is weighted</source>
        <translation>가중치가 곱해지는 l − 1층의 유닛</translation>
    </message>
    <message>
        <source>Weight or bias</source>
        <translation>가중치 또는 편향</translation>
    </message>
    <message>
        <source>W[l] has a row for each unit of layer l and a column for each unit of layer l − 1; b[l] has rows only.</source>
        <translation>W[l]에는 l층 유닛마다 행이, l − 1층 유닛마다 열이 있습니다. b[l]에는 행만 있습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::PlaybackBar</name>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>리셋</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>새 가중치</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>cost J</source>
        <translation>비용 J</translation>
    </message>
    <message>
        <source>train accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>One update of all parameters, then pause (→)</source>
        <translation>모든 파라미터를 한 번 갱신하고 멈춥니다 (→)</translation>
    </message>
    <message>
        <source>Back to iteration 0 with the same initial parameters (R)</source>
        <translation>초기 파라미터를 그대로 두고 반복 0으로 돌아갑니다 (R)</translation>
    </message>
    <message>
        <source>Back to iteration 0 with other initial parameters: the next seed (N)</source>
        <translation>다음 시드로 초기 파라미터를 새로 뽑아 반복 0으로 돌아갑니다 (N)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Updates of the parameters since the last reset.</source>
        <translation>마지막 리셋 뒤로 파라미터를 갱신한 횟수입니다.</translation>
    </message>
    <message>
        <source>J over all training examples.</source>
        <translation>모든 훈련 예제에 대한 J 값입니다.</translation>
    </message>
    <message>
        <source>The share of the training examples on the right side of the boundary.</source>
        <translation>훈련 예제 가운데 경계의 올바른 쪽에 있는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the test examples on the right side of the boundary.</source>
        <translation>테스트 예제 가운데 경계의 올바른 쪽에 있는 비율입니다.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Undo, appearance, language and leaving.</source>
        <translation>실행 취소, 모양, 언어, 종료.</translation>
    </message>
    <message>
        <source>Stops the training where it is</source>
        <translation>학습을 지금 상태에서 멈춥니다</translation>
    </message>
    <message>
        <source>Trains the network</source>
        <translation>신경망을 학습시킵니다</translation>
    </message>
    <message>
        <source>%1 (Space)</source>
        <comment>what a key does</comment>
        <translation>%1 (Space)</translation>
    </message>
</context>
<context>
    <name>perceptible::PointsFileRow</name>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>CSV 열기</translation>
    </message>
    <message>
        <source>Reads points from a CSV file with the columns x1, x2 and label (0 or 1).</source>
        <translation>x1, x2, label(0 또는 1) 열이 있는 CSV 파일에서 점을 읽습니다.</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV 저장</translation>
    </message>
    <message>
        <source>Writes the points into a CSV file with the columns x1, x2 and label.</source>
        <translation>점을 x1, x2, label 열이 있는 CSV 파일로 저장합니다.</translation>
    </message>
    <message>
        <source>Takes all points away; Undo brings them back.</source>
        <translation>점을 모두 지웁니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Open points</source>
        <translation>점 열기</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.tsv *.txt)</source>
        <translation>CSV 파일 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save points</source>
        <translation>점 저장</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
    <message>
        <source>All points are gone. Ctrl+Z brings them back.</source>
        <translation>점을 모두 지웠습니다. Ctrl+Z를 누르면 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>모든 점 비우기</translation>
    </message>
</context>
<context>
    <name>perceptible::Readout</name>
    <message>
        <source>x₁ → %1 … %2   x₂ ↑ %3 … %4</source>
        <translation>x₁ → %1 … %2   x₂ ↑ %3 … %4</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3</source>
        <translation>x₁ %1   x₂ %2   ŷ %3</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2</source>
        <translation>x₁ %1   x₂ %2</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   y = %3 (test)</source>
        <translation>x₁ %1   x₂ %2   y = %3 (테스트)</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   y = %3 (train)</source>
        <translation>x₁ %1   x₂ %2   y = %3 (훈련)</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (test)</source>
        <translation>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (테스트)</translation>
    </message>
    <message>
        <source>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (train)</source>
        <translation>x₁ %1   x₂ %2   ŷ %3   ℒ %4   y = %5 (훈련)</translation>
    </message>
    <message>
        <source>An empty plane to draw points on. Ctrl with the arrow keys moves a crosshair, Enter draws there.</source>
        <translation>점을 그릴 수 있는 빈 평면입니다. Ctrl과 화살표 키로 십자선을 옮기고, Enter로 그 자리에 그립니다.</translation>
    </message>
    <message>
        <source>Points of class 0: %L1, of class 1: %L2, of both for testing: %L3. The background is the network&apos;s output ŷ, the line is where ŷ = 0.5. Ctrl with the arrow keys moves a crosshair, Enter draws there.</source>
        <translation>클래스 0의 점 %L1개, 클래스 1의 점 %L2개가 있고, 그중 %L3개는 테스트용입니다. 배경은 신경망의 출력 ŷ, 선은 ŷ = 0.5인 곳입니다. Ctrl과 화살표 키로 십자선을 옮기고, Enter로 그 자리에 그립니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::ScriptButton</name>
    <message>
        <source>Whole script</source>
        <translation>전체 스크립트</translation>
    </message>
    <message>
        <source>The whole training as a program that runs by itself: data, initial parameters, hyperparameters.</source>
        <translation>데이터, 초기 파라미터, 하이퍼파라미터가 모두 든, 혼자서 돌아가는 학습 프로그램입니다.</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>%1 스크립트로 복사</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>%1 스크립트로 저장…</translation>
    </message>
    <message>
        <source>The whole training is on the clipboard as a %1 script.</source>
        <translation>전체 학습을 %1 스크립트로 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>스크립트 저장</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>파이썬 파일 (*.py)</translation>
    </message>
    <message>
        <source>The script was saved to %1. Run it with: python3 %1</source>
        <translation>스크립트를 %1에 저장했습니다. 실행: python3 %1</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. What was there before is unchanged.</source>
        <translation>%1에 저장하지 못했습니다: %2. 전에 있던 내용은 그대로입니다.</translation>
    </message>
    <message>
        <source>Begin with the present parameters</source>
        <translation>지금의 파라미터에서 시작</translation>
    </message>
    <message>
        <source>Else the script begins at iteration 0, as after Reset.</source>
        <translation>끄면 초기화한 뒤처럼 반복 0에서 시작합니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::SlopeComparison</name>
    <message>
        <source>tangent: backprop g</source>
        <translation>접선: 역전파 g</translation>
    </message>
    <message>
        <source>∂J/∂w as backward computes it</source>
        <translation>역전파로 계산한 ∂J/∂w</translation>
    </message>
    <message>
        <source>chord: difference ĝ</source>
        <translation>할선: 차분 ĝ</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>How far w is moved to both sides</source>
        <translation>w를 양쪽으로 움직이는 거리</translation>
    </message>
    <message>
        <source>J − tangent</source>
        <translation>J − 접선</translation>
    </message>
    <message>
        <source>J without its tangent</source>
        <translation>접선을 뺀 J</translation>
    </message>
    <message>
        <source>J against w</source>
        <translation>w에 따른 J</translation>
    </message>
    <message>
        <source>Takes the tangent away from J: what is left shows how J bends and, for a tiny ε, the stairs of its last digits.</source>
        <translation>J에서 접선을 뺍니다. 남은 것에서 J가 휘는 모습과, ε이 아주 작을 때 마지막 자릿수의 계단이 보입니다.</translation>
    </message>
    <message>
        <source>J around w − ε, w and w + ε, with tangent and chord.</source>
        <translation>w − ε, w, w + ε 주변의 J를 접선, 할선과 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>How far w is moved to both sides, from 1e−12 to 1. Too large, and J bends in between; too small, and rounding drowns the difference.</source>
        <translation>w를 양쪽으로 움직이는 거리로, 1e−12부터 1까지입니다. 너무 크면 그 사이에서 J가 휘고, 너무 작으면 차이가 반올림에 묻힙니다.</translation>
    </message>
    <message>
        <source>Relative error against ε</source>
        <translation>ε에 따른 상대 오차</translation>
    </message>
    <message>
        <source>Click to choose ε. The dashed line is the tolerated error, 1e−7.</source>
        <translation>클릭하면 ε을 고를 수 있습니다. 점선은 허용 오차 1e−7입니다.</translation>
    </message>
    <message>
        <source>Evaluating J…</source>
        <translation>J를 계산하는 중…</translation>
    </message>
    <message>
        <source>✓ g and ĝ agree: the relative error is at most 1e−7.</source>
        <translation>✓ g와 ĝ이 일치합니다: 상대 오차가 1e−7 이하입니다.</translation>
    </message>
    <message>
        <source>≈ Only rounding lies between g and ĝ. A larger ε tells more.</source>
        <translation>≈ g와 ĝ의 차이는 반올림 오차뿐입니다. ε을 키우면 더 잘 알 수 있습니다.</translation>
    </message>
    <message>
        <source>✗ g and ĝ differ.</source>
        <translation>✗ g와 ĝ이 다릅니다.</translation>
    </message>
    <message>
        <source>✗ ε is too large: J bends between w − ε and w + ε.</source>
        <translation>✗ ε이 너무 큽니다: w − ε과 w + ε 사이에서 J가 휩니다.</translation>
    </message>
    <message>
        <source>✗ g is wrong: g and ĝ differ at every ε.</source>
        <translation>✗ g가 틀렸습니다: 어떤 ε에서도 g와 ĝ이 다릅니다.</translation>
    </message>
    <message>
        <source>⚠ A ReLU or |w| has its kink between w − ε and w + ε: ĝ says nothing.</source>
        <translation>⚠ w − ε과 w + ε 사이에서 ReLU나 |w|가 꺾입니다: ĝ로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>✗ There is no ĝ: J is not finite, or ε is too small to move w.</source>
        <translation>✗ ĝ이 없습니다: J가 유한하지 않거나, ε이 너무 작아 w가 움직이지 않습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Steps of gradient descent per second; at the right end as many as this computer can.</source>
        <translation>경사 하강법의 초당 스텝 수입니다. 오른쪽 끝은 이 컴퓨터가 낼 수 있는 최대 속도입니다.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>steps per second</comment>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1스텝/초</translation>
    </message>
    <message>
        <source>max</source>
        <comment>speed</comment>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>perceptible::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Press Play (Space) and watch the boundary move. Draw on the plane whenever you like.</source>
        <translation>시작(Space)을 누르고 경계가 움직이는 모습을 보세요. 평면에는 언제든지 점을 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Training. Draw with the brush and the network follows.</source>
        <translation>학습 중입니다. 브러시로 점을 그리면 신경망이 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::Stroke</name>
    <message>
        <source>Add a point</source>
        <translation>점 추가</translation>
    </message>
    <message>
        <source>The canvas is full: it holds %L1 points. Erase some to draw more.</source>
        <translation>평면이 가득 찼습니다. 점은 %L1개까지 그릴 수 있으니, 더 그리려면 일부를 지우세요.</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>점 그리기</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>점 지우기</translation>
    </message>
</context>
<context>
    <name>perceptible::Walk</name>
    <message>
        <source>One whole iteration: the network is one update further. → begins the next one, ← takes it back.</source>
        <translation>한 반복을 마쳤습니다. 신경망이 한 번 갱신되었습니다. →는 다음 반복을 시작하고, ←는 갱신을 되돌립니다.</translation>
    </message>
    <message>
        <source>The walk is left. → does a single step, Space plays.</source>
        <translation>따라가기를 끝냈습니다. →는 한 단계 학습하고, 스페이스는 학습을 시작합니다.</translation>
    </message>
    <message>
        <source>The walk is left; the training goes on.</source>
        <translation>따라가기를 마쳤습니다. 학습은 계속됩니다.</translation>
    </message>
    <message>
        <source>→ does the next sub-step, ← takes one back, Shift+→ goes a whole layer. Escape leaves, and this iteration has changed nothing.</source>
        <translation>→ 다음 세부 단계, ← 이전 세부 단계, Shift+→ 한 층씩 진행합니다. Esc로 나가면 이 반복은 아무것도 바꾸지 않습니다.</translation>
    </message>
</context>
<context>
    <name>perceptible::WalkBar</name>
    <message>
        <source>To the beginning</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the beginning of the iteration (Home)</source>
        <translation>반복의 처음으로 갑니다 (Home)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Takes the last sub-step back (←)</source>
        <translation>마지막 세부 단계를 되돌립니다 (←)</translation>
    </message>
    <message>
        <source>Walk by itself</source>
        <translation>자동 진행</translation>
    </message>
    <message>
        <source>Walks by itself (Space)</source>
        <translation>자동으로 진행합니다 (Space)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Does the next sub-step (→)</source>
        <translation>다음 세부 단계를 계산합니다 (→)</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>To the end of the iteration: the network is one update further (End)</source>
        <translation>반복의 끝으로 갑니다. 신경망이 한 번 갱신됩니다 (End)</translation>
    </message>
    <message>
        <source>Back a layer</source>
        <translation>한 층 뒤로</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>다음 층</translation>
    </message>
    <message>
        <source>Shift+←: to the end of the layer before</source>
        <translation>Shift+←: 앞 층의 끝으로</translation>
    </message>
    <message>
        <source>Shift+→: to the end of the layer</source>
        <translation>Shift+→: 이 층의 끝으로</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>sub-steps per second</comment>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>빠르기</translation>
    </message>
    <message>
        <source>Sub-steps per second when the walk plays.</source>
        <translation>자동으로 진행할 때 1초에 계산하는 세부 단계의 수입니다.</translation>
    </message>
    <message>
        <source>one example</source>
        <translation>예제 하나</translation>
    </message>
    <message>
        <source>z, a, dz of the chosen example alone: lower case.</source>
        <translation>고른 예제 하나의 z, a, dz: 소문자로 씁니다.</translation>
    </message>
    <message>
        <source>all m</source>
        <translation>m개 모두</translation>
    </message>
    <message>
        <source>Z, A, dZ of the whole mini-batch: capitals, one column for each example.</source>
        <translation>미니배치 전체의 Z, A, dZ: 대문자로 쓰고, 예제마다 한 열입니다.</translation>
    </message>
    <message>
        <source>both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>The same line for one example and for all, side by side: how the outer products add up to the matrix product, and where 1/m comes in.</source>
        <translation>같은 식을 예제 하나와 전체로 나란히 봅니다. 외적이 더해져 행렬 곱이 되는 것과 1/m이 어디서 나오는지 보입니다.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>The chosen example: a column of the mini-batch. A click on one of its numbers, or Ctrl and a click on its point, chooses it too.</source>
        <translation>고른 예제: 미니배치의 한 열입니다. 그 예제의 수를 클릭하거나 Ctrl을 누른 채 점을 클릭해도 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Stops walking by itself (Space)</source>
        <translation>자동 진행을 멈춥니다 (Space)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in the walk</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>perceptible::WalkPage</name>
    <message>
        <source>unfold dZ[L]</source>
        <translation>dZ[L] 펼치기</translation>
    </message>
    <message>
        <source>The same sub-step as lines of NumPy beside the numbers.</source>
        <translation>같은 세부 단계를 NumPy 코드로 숫자 옆에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Unfold dZ[L]</source>
        <translation>dZ[L] 펼치기</translation>
    </message>
    <message>
        <source>dZ[L] = A[L] − Y in two sub-steps: dA[L] of the loss, times the derivative of the output&apos;s activation. The program computes the collapsed form, which cannot overflow.</source>
        <translation>dZ[L] = A[L] − Y를 두 단계로 봅니다. 손실의 dA[L]에 출력 활성화 함수의 도함수를 곱합니다. 프로그램은 오버플로가 없는 합친 꼴로 계산합니다.</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>소수 자릿수</translation>
    </message>
    <message>
        <source>How many decimals the matrices show; the line of numbers shows more.</source>
        <translation>행렬에 보이는 소수 자릿수입니다. 위 식에는 더 많이 보입니다.</translation>
    </message>
    <message>
        <source>The mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a block and what it gives</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> (of all m examples of the mini-batch)</source>
        <translation> (미니배치의 예제 m개 전체)</translation>
    </message>
    <message>
        <source>one example: i = %1</source>
        <translation>예제 하나: i = %1</translation>
    </message>
    <message>
        <source>all m = %1: the mean over i = 1 … %1</source>
        <translation>m = %1개 전체: i = 1 … %1의 평균</translation>
    </message>
    <message>
        <source>all m = %1</source>
        <translation>m = %1개 전체</translation>
    </message>
</context>
</TS>
