#include "core/session/json_place.h"

#include <gtest/gtest.h>

namespace perceptible {
namespace {

using nlohmann::json;

TEST(JsonPlace, IsAPointerThatLeadsBackToTheValue) {
    const json document = json::parse(R"({"a": [1, [2, {"b/c": 3, "~": 4, "": 5}]], "d": null})");
    EXPECT_EQ(pathTo(document, document["a"][1][0]), "/a/1/0");
    for (const json* value : {&document["a"][1][1]["b/c"], &document["a"][1][1]["~"], &document["a"][1][1][""],
                              &document["d"], &document["a"]}) {
        EXPECT_EQ(&document.at(json::json_pointer(pathTo(document, *value))), value) << pathTo(document, *value);
    }
    EXPECT_EQ(pathTo(document, document), "/");
    EXPECT_EQ(pathTo(document, document, "e"), "/e");
    EXPECT_EQ(pathTo(document, document["a"], std::size_t{2}), "/a/2");
}

TEST(JsonPlace, CutsAndMendsLongAndBrokenText) {
    EXPECT_EQ(excerpt("short"), "short");
    EXPECT_EQ(excerpt("a\tb\nc"), "a b c");
    EXPECT_EQ(excerpt("012345678901234567890123"), "012345678901234567890123");
    EXPECT_EQ(excerpt("0123456789012345678901234"), "012345678901234567890123…");
    EXPECT_EQ(excerpt("가나다라마바사아자"), "가나다라마바사아…");
    EXPECT_EQ(excerpt("\xFF"), "\uFFFD");
    EXPECT_EQ(excerpt(std::string(30, '\x80')), "…");
}

TEST(JsonPlace, ShowsValuesShort) {
    EXPECT_EQ(shortForm(json::parse("[1]")), "[…]");
    EXPECT_EQ(shortForm(json::parse(R"({"a": 1})")), "{…}");
    EXPECT_EQ(shortForm(json("a\nb")), "\"a b\"");
    EXPECT_EQ(shortForm(json(0.1)), "0.1");
    EXPECT_EQ(shortForm(json(nullptr)), "null");
}

} // namespace
} // namespace perceptible
