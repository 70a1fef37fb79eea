#!/usr/bin/env python3
"""What the folders may include (the order of the rooms): fails and names the line.

core includes no Qt header, and neither ui/ nor app/. Inside core, data <- network <- training <- walk <- live: a
folder never includes a later one. ui doesn't include app, and the pages of its Backprop bench don't include each other.

    python3 includes_test.py [source directory]
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
CORE_ORDER = ["data", "network", "training", "walk", "live", "session"]
INCLUDE = re.compile(r"""^\s*#\s*include\s*([<"])([^>"]+)[>"]""")
QT_HEADER = re.compile(r"^(Q[A-Z]\w*|Qt\w*(/.*)?|q[a-z]\w*\.h)$")


def includes(folder, brackets='<"'):
    """(where, header) of every include in these brackets below the folder."""
    for file in sorted((ROOT / folder).rglob("*")):
        if file.suffix in {".h", ".cpp", ".hpp", ".cc"}:
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if match and match[1] in brackets:
                    yield f"{file.relative_to(ROOT)}:{number}", match[2]


class Includes(unittest.TestCase):
    def refuse(self, folder, is_forbidden, brackets='<"'):
        found = [f"{where} includes {header}" for where, header in includes(folder, brackets) if is_forbidden(header)]
        self.assertEqual(found, [])

    def test_the_folders_are_there(self):
        for folder in ["core/data", "core/network", "core/training", "core/live", "ui", "app"]:
            self.assertGreater(len(list(includes(folder))), 0, folder)

    def test_qt_headers_are_told_from_others(self):
        for header in ["QString", "QtCore/QString", "Qt", "QtWidgets", "qglobal.h", "qcustomplot.h"]:
            self.assertRegex(header, QT_HEADER)
        for header in ["queue", "core/live/picture.h", "Eigen/QR", "csv.h"]:
            self.assertNotRegex(header, QT_HEADER)

    def test_core_includes_no_qt_header(self):
        self.refuse("core", QT_HEADER.match)

    def test_core_includes_neither_window_nor_programs_nor_tests(self):
        self.refuse("core", lambda header: re.match(r"(\.\./)*(ui|app|tests)/", header))

    def test_core_includes_itself_by_full_paths(self):
        """So that the order below sees every include."""
        self.refuse("core", lambda header: not header.startswith("core/"), brackets='"')

    def test_core_folders_include_no_later_one(self):
        for place, folder in enumerate(CORE_ORDER):
            later = tuple(f"core/{other}/" for other in CORE_ORDER[place + 1 :])
            self.refuse(f"core/{folder}", lambda header: header.startswith(later))

    def test_every_core_folder_has_its_place_in_the_order(self):
        folders = {path.name for path in (ROOT / "core").iterdir() if path.is_dir()}
        self.assertLessEqual(folders, set(CORE_ORDER))

    def test_window_includes_no_program(self):
        self.refuse("ui", lambda header: header.startswith("app/"))

    def test_equations_know_no_walk_and_no_laboratory(self):
        self.refuse("ui/backprop/equation",
                    lambda header: re.match(r"core/(live|session)/|ui/live/|ui/backprop/(?!equation/)", header))

    def test_the_pages_of_the_bench_do_not_know_each_other(self):
        for page in ["walk", "nudges", "check"]:
            self.refuse(f"ui/backprop/{page}",
                        lambda header: re.match(rf"ui/backprop/(?!{page}/|equation/)", header))

    def test_no_core_target_links_qt(self):
        self.assertNotRegex((ROOT / "core/CMakeLists.txt").read_text(encoding="utf-8"), r"Qt\d?::|Qt6|QCustomPlot")


if __name__ == "__main__":
    unittest.main()
