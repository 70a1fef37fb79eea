#!/usr/bin/env python3
"""Every sentence of core and ui has a finished translation: fails and names the sentence.

    python3 translations_test.py lupdate [source directory]

After an edit of sentences, `ninja -C build/dev perceptible_ui_lupdate` brings the catalogue up to date.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from typing import NamedTuple

LUPDATE = sys.argv.pop(1)
ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources/translations/perceptible_ko.ts"
PLACE = re.compile(r"%L?[1-9]")
# Korean particles whose form depends on the last sound of the word before them, which a place doesn't know.
PARTICLE = re.compile(PLACE.pattern + r"[”)\]]?(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")


class Sentence(NamedTuple):
    """What Qt looks a translation up by."""

    context: str
    source: str
    comment: str


def messages(catalogue):
    """(sentence, <translation>) of every message."""
    for context in ElementTree.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            sentence = Sentence(context.findtext("name"), message.findtext("source"), message.findtext("comment", ""))
            yield sentence, message.find("translation")


def sentences_of_the_sources():
    """Collected anew, with what ui/CMakeLists.txt tells lupdate about the calls to collect."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = pathlib.Path(folder) / "anew.ts"
        options = ["-silent", "-I", ".", "-locations", "none", "-tr-function-alias", "translate+=sentence"]
        subprocess.run([LUPDATE, *options, "core", "ui", "-ts", catalogue], cwd=ROOT, check=True, timeout=60)
        return {sentence for sentence, _ in messages(catalogue)}


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.collected = sentences_of_the_sources()
        cls.translations = dict(messages(CATALOGUE))
        cls.texts = {sentence: element.text or "" for sentence, element in cls.translations.items()}

    def test_sentences_of_core_and_ui_are_found(self):
        contexts = {sentence.context for sentence in self.collected}
        self.assertLessEqual({"core", "perceptible::Laboratory"}, contexts)

    def test_every_sentence_is_in_the_catalogue(self):
        self.assertEqual(sorted(self.collected - self.translations.keys()), [])

    def test_the_catalogue_has_no_other_sentence(self):
        self.assertEqual(sorted(self.translations.keys() - self.collected), [])

    def test_every_translation_is_finished(self):
        """lupdate marks the others unfinished, vanished or obsolete."""
        unfinished = [
            sentence
            for sentence, element in self.translations.items()
            if "type" in element.attrib or not self.texts[sentence].strip()
        ]
        self.assertEqual(unfinished, [])

    def test_no_sentence_has_plural_forms(self):
        """English has no catalogue, so a window would show its %n unit(s) as they stand."""
        plurals = [sentence for sentence, element in self.translations.items() if len(element) > 0]
        self.assertEqual(plurals, [])

    def test_a_translation_has_the_places_of_its_source(self):
        differing = [
            (sentence, text)
            for sentence, text in self.texts.items()
            if set(PLACE.findall(sentence.source)) != set(PLACE.findall(text))
        ]
        self.assertEqual(differing, [])

    def test_no_particle_depends_on_what_fills_a_place(self):
        self.assertEqual([text for text in self.texts.values() if PARTICLE.search(text)], [])


if __name__ == "__main__":
    unittest.main()
