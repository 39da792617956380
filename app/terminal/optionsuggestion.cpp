#include "app/terminal/optionsuggestion.h"

#include "app/language/editdistance.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Synonym
{
    QLatin1StringView word;
    QLatin1StringView option;
};

// Words that other programs, such as curl and wget, use for the same.
constexpr auto synonyms = std::to_array<Synonym>({
    {"folder"_L1, "output"_L1},
    {"dir"_L1, "output"_L1},
    {"out"_L1, "output"_L1},
    {"output-dir"_L1, "output"_L1},
    {"output-folder"_L1, "output"_L1},
    {"destination"_L1, "output"_L1},
    {"target"_L1, "output"_L1},
    {"url"_L1, "server"_L1},
    {"source"_L1, "server"_L1},
    {"address"_L1, "server"_L1},
    {"base-url"_L1, "server"_L1},
    {"jobs"_L1, "max-req"_L1},
    {"parallel"_L1, "max-req"_L1},
    {"concurrency"_L1, "max-req"_L1},
    {"threads"_L1, "max-req"_L1},
    {"connections"_L1, "max-req"_L1},
    {"countries"_L1, "list-countries"_L1},
    {"pdf"_L1, "contact-sheet"_L1},
    {"sheet"_L1, "contact-sheet"_L1},
    {"csv"_L1, "data"_L1},
    {"overwrite"_L1, "conflict"_L1},
    {"skip"_L1, "conflict"_L1},
    {"force"_L1, "conflict"_L1},
    {"template"_L1, "name"_L1},
    {"no-gui"_L1, "headless"_L1},
    {"cli"_L1, "headless"_L1},
    {"batch"_L1, "headless"_L1},
    {"continue"_L1, "resume"_L1},
    {"check"_L1, "verify"_L1},
    {"lang"_L1, "language"_L1},
    {"cacert"_L1, "ca-file"_L1},
});

/// How many letters of a word may be wrong. Short words are too similar to each other.
qsizetype toleratedErrors(const QString &word)
{
    return word.size() < 4 ? 0 : word.size() < 7 ? 1 : 2;
}

} // namespace

QString suggestedOption(const QString &unknown, const QStringList &longNames)
{
    const QString word = unknown.toLower().replace(u'_', u'-');
    if (longNames.contains(word))
        return word;
    const auto *const synonym = std::ranges::find(synonyms, word, &Synonym::word);
    if (synonym != synonyms.end())
        return synonym->option;
    QString nearest;
    qsizetype best = toleratedErrors(word) + 1;
    for (const QString &name : longNames) {
        const qsizetype distance = editDistance(word, name, best);
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}
