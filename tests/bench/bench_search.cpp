// Measures the cost of searching: building the catalogue and the index of all names, and one keystroke.
// Prints a Markdown table.

#include "app/countries/countrysearch.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

qsizetype sizeOf(const Catalogue &catalogue)
{
    return catalogue.countries().size() + catalogue.extras().size();
}

/// The contents of the search field while these texts are typed one after the other.
QStringList keystrokes()
{
    QStringList texts;
    for (const QString &typed : {u"germany"_s, u"cote d'ivoire"_s, u"united kingdom"_s, u"deutschland"_s,
             u"中国"_s, u"казахстан"_s, u"السعودية"_s, u"korea south"_s, u"FR, DE, grmany"_s,
             u"continent:africa -EG gu"_s, u"saint vincent and the grenadines"_s, u"zzzzzzzz"_s}) {
        for (qsizetype length = 1; length <= typed.size(); ++length)
            texts.append(typed.first(length));
    }
    return texts;
}

} // namespace

int main()
{
    QTextStream out(stdout);
    std::optional<Catalogue> catalogue;
    const double found = milliseconds([&] { static_cast<void>(catalogue.emplace().find(u"DE"_s)); });
    const double listed = milliseconds([&] { static_cast<void>(sizeOf(*catalogue)); });
    const double again = milliseconds([&] { static_cast<void>(sizeOf(Catalogue(u"de"_s))); });
    NameIndex own;
    const double ownTime = milliseconds([&] { own = ownNames(*catalogue); });
    NameIndex all;
    const double allTime = milliseconds([&] { all = namesInAllLanguages(*catalogue); });

    const CountrySearch search(*catalogue, all);
    std::vector<double> times;
    for (int turn = 0; turn < 5; ++turn) {
        for (const QString &text : keystrokes())
            times.push_back(milliseconds([&] { static_cast<void>(search.find(text)); }));
    }
    std::ranges::sort(times);
    const auto percentile
        = [&times](double share) { return times[std::size_t(double(times.size() - 1) * share)]; };

    out << "## The search\n\n"
        << "| what | ms |\n"
        << "|---|---:|\n"
        << u"| the first code in the catalogue | %1 |\n"_s.arg(found, 0, 'f', 1)
        << u"| then its sorted lists | %1 |\n"_s.arg(listed, 0, 'f', 1)
        << u"| sorted lists in another language | %1 |\n"_s.arg(again, 0, 'f', 1)
        << u"| index of own names | %1 |\n"_s.arg(ownTime, 0, 'f', 1)
        << u"| index of names in all languages | %1 |\n"_s.arg(allTime, 0, 'f', 1)
        << u"| a keystroke, median | %1 |\n"_s.arg(percentile(0.5), 0, 'f', 2)
        << u"| a keystroke, 99th percentile | %1 |\n"_s.arg(percentile(0.99), 0, 'f', 2)
        << u"| a keystroke, longest | %1 |\n"_s.arg(times.back(), 0, 'f', 2)
        << u"\n%1 keystrokes; %2 names, %3 KiB.\n"_s.arg(times.size())
               .arg(all.nameCount())
               .arg(all.bytes() / 1024);
    return 0;
}
