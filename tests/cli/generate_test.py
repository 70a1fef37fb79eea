#!/usr/bin/env python3
"""perceptible-cli generate: points as CSV.

    python3 generate_test.py path/to/perceptible-cli
"""

import unittest

from program import SHAPES, CommandLineTest, points_of


class Generate(CommandLineTest):
    def generate(self, *arguments):
        return self.output("generate", *arguments)

    def test_makes_every_shape(self):
        made = {shape: self.generate(shape, "--examples", "60", "--noise", "0.1") for shape in SHAPES}
        self.assertEqual(len(set(made.values())), len(SHAPES))
        for shape, csv in made.items():
            points = points_of(csv)
            self.assertEqual(csv.splitlines()[0], "x1,x2,label", shape)
            self.assertEqual(len(points), 60, shape)
            self.assertEqual(sorted(label for _, _, label in points), [0] * 30 + [1] * 30, shape)
            for x1, x2, _ in points:
                self.assertTrue(abs(x1) <= 5 and abs(x2) <= 5, (shape, x1, x2))

    def test_makes_400_points_of_two_classes_unless_told_otherwise(self):
        csv = self.generate("flower")
        self.assertEqual(len(points_of(csv)), 400)
        self.assertEqual({label for _, _, label in points_of(csv)}, {0, 1})
        self.assertEqual(csv, self.generate("flower", "--noise", "0.2", "--classes", "2", "--seed", "1"))

    def test_shares_the_examples_out_over_every_number_of_classes(self):
        for shape in SHAPES:
            for classes in range(2, 11):
                labels = [label for _, _, label in points_of(
                    self.generate(shape, "--classes", str(classes), "--examples", "47"))]  # fmt: skip
                counts = [labels.count(k) for k in range(classes)]
                self.assertEqual(sum(counts), 47, (shape, classes))
                self.assertLessEqual(max(counts) - min(counts), 1, (shape, classes))

    def test_noise_moves_points_from_their_clean_places(self):
        for shape in SHAPES:
            clean, a_little, much = (points_of(self.generate(shape, "--noise", n)) for n in ("0", "0.01", "0.5"))

            def distance(points, origin=clean):
                return sum(abs(a - c) + abs(b - d) for (a, b, _), (c, d, _) in zip(points, origin))

            self.assertGreater(distance(a_little), 0, shape)
            self.assertGreater(distance(much), 10 * distance(a_little), shape)

    def test_gives_the_same_bytes_for_the_same_seed_only(self):
        for shape in SHAPES:
            first = self.generate(shape, "--seed", "7", "--examples", "50")
            self.assertEqual(first, self.generate(shape, "--examples", "50", "--seed", "7"))
            self.assertNotEqual(first, self.generate(shape, "--seed", "8", "--examples", "50"))

    def test_takes_the_ends_of_every_range(self):
        self.assertEqual(len(points_of(self.generate("moons", "--examples", "2"))), 2)
        self.assertEqual(len(points_of(self.generate("moons", "--examples", "50000"))), 50_000)
        self.assertEqual(len(points_of(self.generate("xor", "--noise", "1", "--seed", "0"))), 400)

    def test_writes_a_file_instead_of_standard_output(self):
        expected = self.generate("circles")
        for option in ("-o", "--output"):
            self.assertEqual(self.generate("circles", option, self.path("made.csv")), "")
            self.assertEqual(self.text_of("made.csv"), expected)
            self.assertEqual([path.name for path in self.files()], ["made.csv"])
        self.write("made.csv", "what was there before, and was longer\n" * 10_000)
        self.generate("circles", "-o", self.path("made.csv"))
        self.assertEqual(self.text_of("made.csv"), expected)

    def test_what_it_makes_can_be_learnt(self):
        self.generate("blobs", "--classes", "3", "--noise", "0.1", "-o", self.path("blobs.csv"))
        result = self.train("--data", self.path("blobs.csv"), "--iterations", "300")
        self.assertGreater(result["train_accuracy"], 0.9)

    def test_refuses_what_it_cannot_make(self):
        for arguments, names in (
            ([], ["shape"]),
            (["square"], ["square", "blobs", "flower"]),
            (["Moons"], ["Moons", "moons"]),
            (["moons", "circles"], ["circles"]),
            (["moons", "--examples", "1"], ["--examples", "1", "2", "50000"]),
            (["moons", "--examples", "50001"], ["--examples", "50001", "50000"]),
            (["moons", "--examples", "many"], ["--examples", "many"]),
            (["moons", "--examples", "99999999999999999999"], ["--examples", "99999999999999999999"]),
            (["moons", "--examples", "4.5"], ["--examples", "4.5"]),
            (["moons", "--examples"], ["--examples"]),
            (["moons", "--noise", "-0.1"], ["--noise", "-0.1", "0", "1"]),
            (["moons", "--noise", "1.01"], ["--noise", "1.01"]),
            (["moons", "--noise", "nan"], ["--noise", "nan"]),
            (["moons", "--noise", "loud"], ["--noise", "loud"]),
            (["moons", "--classes", "1"], ["--classes", "1", "2", "10"]),
            (["moons", "--classes", "11"], ["--classes", "11", "10"]),
            (["moons", "--seed", "-1"], ["--seed", "-1"]),
            (["moons", "--seed", "x"], ["--seed", "x"]),
            (["moons", "--label", "1"], ["--label"]),
            (["moons", "-o", self.path("none/made.csv")], ["none/made.csv"]),
            (["moons", "-o", str(self.folder)], [str(self.folder), "folder"]),
            (["moons", "-o", "/dev/full"], ["/dev/full"]),
        ):
            with self.subTest(arguments):
                self.expect_refusal("generate", *arguments, names=names)

    def test_a_refusal_leaves_the_file_that_was_there(self):
        kept = self.write("kept.csv", "1,2,0\n")
        self.expect_refusal("generate", "moons", "--noise", "2", "-o", kept, names=["--noise"])

    def test_says_when_standard_output_is_full(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = self.run_program("generate", "moons", to=full)
        self.assertEqual(result.returncode, 2)
        self.assertIn("Standard output", result.stderr)

    def test_explains_itself(self):
        text = self.output("generate", "--help")
        for word in (*SHAPES, "--examples", "--noise", "--classes", "--seed", "-o", "2 to 10"):
            self.assertIn(word, text)


if __name__ == "__main__":
    unittest.main()
