#include "app/sets/attribution.h"

#include "app/countries/countrynames.h"
#include "app/freshness/freshnesstext.h"

#include <QMap>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr auto heading = "# Where these flags come from\n"_L1;

/// As a cell of a table: what a source calls itself must not make markup.
QString cell(const QString &text)
{
    static const QString special = u"\\`*_[]<>|#"_s;
    QString escaped;
    for (const QChar c : text.simplified()) {
        if (special.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

QString linked(const QString &text, const QUrl &url)
{
    return url.isEmpty() ? cell(text) : u"[%1](<%2>)"_s.arg(cell(text), url.toString(QUrl::FullyEncoded));
}

/// In English, as all of the file.
QString remarkOn(const WrongPicture &picture)
{
    if (picture.freshness.state == FlagFreshness::State::OtherCountry)
        return u"the flag of %1"_s.arg(countryNameIn(picture.freshness.whose, u"en"_s));
    return u"%1's flag until %2"_s.arg(picture.country, yearOf(picture.freshness.since));
}

QString rowFor(const Manifest &manifest, const SetFlag &sample, qsizetype count)
{
    const Source *source = manifest.sourceOf(sample);
    const QString name = source ? source->title : u"not known"_s;
    const QString licence = sample.licence.isEmpty() ? u"not known"_s : sample.licence;
    return u"| %1 | %2 | %3 |\n"_s.arg(
        cell(name), QString::number(count), linked(licence, source ? source->licenceUrl : QUrl()));
}

} // namespace

QByteArray attributionText(const Manifest &manifest, const QList<WrongPicture> &wrong)
{
    QMap<QStringList, QList<SetFlag>> groups; // by source and licence
    for (const SetFlag &flag : manifest.flags)
        groups[{flag.source, flag.licence}].append(flag);

    QString text = heading + u"\n| source | flags | licence |\n|---|---|---|\n"_s;
    for (const QList<SetFlag> &flags : std::as_const(groups))
        text += rowFor(manifest, flags.first(), flags.size());
    text += u"\nflags.json names source, address, licence and SHA-256 hash of each file.\n"_s;
    if (!wrong.isEmpty())
        text += u"\n## Pictures that are not the flag of today\n\n"_s;
    for (const WrongPicture &picture : wrong)
        text += u"- %1: %2\n"_s.arg(picture.code, cell(remarkOn(picture)));
    return text.toUtf8();
}

bool isAttributionText(const QByteArray &text)
{
    return text.startsWith(QByteArrayView(heading.data(), heading.size()));
}
