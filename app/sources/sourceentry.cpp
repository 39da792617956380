#include "app/sources/sourceentry.h"

#include "app/language/wordtable.h"
#include "app/sources/entrykeys.h"
#include "app/sources/pictureentries.h"
#include "app/sources/untrustedtext.h"
#include "app/sources/urltemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QStringList knownKeys()
{
    return {u"id"_s, u"title"_s, u"image"_s, u"images"_s, u"metadata"_s, u"metadataName"_s, u"names"_s,
        u"namesCode"_s, u"namesName"_s, u"licence"_s, u"licenceUrl"_s, u"codes"_s, u"extras"_s, u"iso3"_s,
        u"limit"_s, u"pause"_s, u"embedded"_s, u"pictures"_s};
}

/// Reads one entry of a sources file.
class EntryReader final
{
    Q_DECLARE_TR_FUNCTIONS(EntryReader)

public:
    explicit EntryReader(const QJsonObject &entry)
        : m_entry(entry)
        , m_keys(entry)
    {
    }

    [[nodiscard]] tl::expected<Source, QString> read();

private:
    [[nodiscard]] QString id();
    [[nodiscard]] Embedded embedded();
    [[nodiscard]] PictureSet pictureSet(Embedded embedded);
    [[nodiscard]] QList<SourcePicture> pictures(Embedded embedded);
    [[nodiscard]] QString metadata(Embedded embedded);
    void refuseAbsolute(QLatin1StringView key, const QString &urlTemplate);
    [[nodiscard]] std::optional<NamesFile> names();
    [[nodiscard]] std::optional<QStringList> codes();
    [[nodiscard]] QHash<QString, QString> iso3();
    [[nodiscard]] QUrl webAddress(QLatin1StringView key);

    const QJsonObject &m_entry;
    EntryKeys m_keys;
};

/// The URL of the embedded server is not known yet. Any base URL is good enough to check the rest.
QString baseFor(Embedded embedded)
{
    return embedded == Embedded::No ? QString() : u"http://localhost/"_s;
}

constexpr auto embeddedWords = wordTable<Embedded>({
    {Embedded::No, {}},
    {Embedded::Plain, "plain"_L1},
    {Embedded::Slow, "slow"_L1},
    {Embedded::Faulty, "faulty"_L1},
});

constexpr auto pictureSetWords = wordTable<PictureSet>({
    {PictureSet::FlagIcons, "flag-icons"_L1},
    {PictureSet::FlagIconsSquare, "flag-icons-1x1"_L1},
    {PictureSet::IsoFlags, "iso-flags-svg"_L1},
});

tl::expected<Source, QString> EntryReader::read()
{
    Source source;
    m_keys.refuseUnknown(knownKeys());
    source.id = id();
    source.title = plainText(m_keys.text("title"_L1));
    if (source.title.isEmpty())
        source.title = source.id;
    source.embedded = embedded();
    source.pictureSet = pictureSet(source.embedded);
    source.pictures = pictures(source.embedded);
    source.metadataTemplate = metadata(source.embedded);
    if (const QString path = m_keys.text("metadataName"_L1); !path.isEmpty())
        source.metadataName = path;
    source.names = names();
    if (source.names && !source.metadataTemplate.isEmpty())
        m_keys.refuse(tr("\"metadata\" and \"names\" exclude each other"));
    source.licence = plainText(m_keys.text("licence"_L1));
    source.licenceUrl = webAddress("licenceUrl"_L1);
    source.codes = codes();
    source.iso3 = iso3();
    source.limit = m_keys.wholeNumber("limit"_L1, 1, 1000, source.limit);
    source.pause = std::chrono::milliseconds(m_keys.wholeNumber("pause"_L1, 0, 60'000, 0));
    if (!m_keys.problem().isEmpty())
        return tl::unexpected(m_keys.problem());
    source.selectDefaultPicture();
    return source;
}

QString EntryReader::id()
{
    const QString id = m_keys.text("id"_L1);
    if (id.isEmpty())
        m_keys.refuse(tr("the key \"id\" is missing"));
    else if (!isSourceId(id))
        m_keys.refuse(
            tr("\"id\": \"%1\" cannot be used; allowed are letters, digits and . _ -").arg(shownAddress(id)));
    return id;
}

Embedded EntryReader::embedded()
{
    if (!m_keys.has("embedded"_L1))
        return Embedded::No;
    if (const auto embedded = embeddedWords.valueOf(m_keys.text("embedded"_L1)))
        return *embedded;
    m_keys.refuse(tr("\"embedded\" must be \"plain\", \"slow\" or \"faulty\""));
    return Embedded::No;
}

PictureSet EntryReader::pictureSet(Embedded embedded)
{
    if (!m_keys.has("pictures"_L1))
        return PictureSet::FlagIcons;
    if (embedded == Embedded::No)
        m_keys.refuse(tr("\"pictures\" needs \"embedded\""));
    if (const auto set = pictureSetWords.valueOf(m_keys.text("pictures"_L1)))
        return *set;
    m_keys.refuse(tr("\"pictures\" must be \"flag-icons\", \"flag-icons-1x1\" or \"iso-flags-svg\""));
    return PictureSet::FlagIcons;
}

QList<SourcePicture> EntryReader::pictures(Embedded embedded)
{
    auto read = picturesOfEntry(m_entry, baseFor(embedded));
    if (embedded != Embedded::No)
        refuseAbsolute("image"_L1, m_entry.value("image"_L1).toString());
    if (!read) {
        m_keys.refuse(read.error());
        return {};
    }
    return *std::move(read);
}

QString EntryReader::metadata(Embedded embedded)
{
    QString found = m_keys.text("metadata"_L1);
    if (found.isEmpty())
        return found;
    if (embedded != Embedded::No)
        refuseAbsolute("metadata"_L1, found);
    if (const auto problem = urlTemplateProblem(baseFor(embedded) + found))
        m_keys.refuse(u"\"metadata\": %1"_s.arg(*problem));
    return found;
}

void EntryReader::refuseAbsolute(QLatin1StringView key, const QString &urlTemplate)
{
    if (urlTemplate.startsWith(u'/') || urlTemplate.contains("://"_L1))
        m_keys.refuse(tr("\"%1\" of an embedded source must be relative, as {cc}/{cc}.svg is").arg(key));
}

std::optional<NamesFile> EntryReader::names()
{
    const NamesFile file{.url = webAddress("names"_L1),
        .codePath = m_keys.text("namesCode"_L1),
        .namePath = m_keys.text("namesName"_L1)};
    if (!file.url.isEmpty())
        return file;
    if (!file.codePath.isEmpty() || !file.namePath.isEmpty())
        m_keys.refuse(tr("the key \"names\" is missing"));
    return std::nullopt;
}

std::optional<QStringList> EntryReader::codes()
{
    const QLatin1StringView key = m_keys.has("codes"_L1) ? "codes"_L1 : "extras"_L1;
    if (!m_keys.has(key))
        return std::nullopt;
    QStringList codes = m_keys.texts(key);
    for (const QString &code : codes) {
        if (!isFlagCode(code))
            m_keys.refuse(tr("\"%1\": \"%2\" is not a code in capitals, such as EU or GB-ENG")
                              .arg(key, shownAddress(code)));
    }
    return codes;
}

QHash<QString, QString> EntryReader::iso3()
{
    static const QRegularExpression threeLetters(u"\\A[A-Z]{3}\\z"_s);

    QHash<QString, QString> codes;
    const QJsonValue value = m_entry.value("iso3"_L1);
    const QJsonObject entries = value.toObject();
    bool isUsable = value.isUndefined() || value.isObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QString code = entry.value().toString();
        isUsable = isUsable && threeLetters.match(code).hasMatch() && entry.key().size() == 2
            && entry.key() == entry.key().toUpper();
        codes.insert(entry.key(), code);
    }
    if (!isUsable)
        m_keys.refuse(tr("\"iso3\" must name alpha-3 codes by alpha-2 codes, as {\"XK\": \"UNK\"}"));
    return codes;
}

QUrl EntryReader::webAddress(QLatin1StringView key)
{
    const QString address = m_keys.text(key);
    if (address.isEmpty())
        return {};
    if (const auto fault = webAddressProblem(address, Credentials::Refused))
        m_keys.refuse(u"\"%1\": %2: %3"_s.arg(key, shownAddress(address), *fault));
    // As it is written: a # in the fragment becomes %23, and an address that is read again equals this one.
    return QUrl(QUrl(address, QUrl::StrictMode).toString(QUrl::FullyEncoded), QUrl::StrictMode);
}

} // namespace

tl::expected<Source, QString> sourceFromEntry(const QJsonObject &entry)
{
    return EntryReader(entry).read();
}

QJsonObject entryOfSource(const Source &source)
{
    const Source defined = source.definition();
    QJsonObject entry{{u"id"_s, defined.id}};
    const auto add = [&entry](QLatin1StringView key, const QString &text) {
        if (!text.isEmpty())
            entry.insert(key, text);
    };
    // A reader of "image" derives the format from the suffix. The entry must not depend on which key was
    // read.
    const QString format = defined.format.isEmpty() ? formatBySuffix(defined.imageTemplate) : defined.format;
    if (format.isEmpty())
        add("image"_L1, defined.imageTemplate);
    else
        entry.insert(
            "images"_L1, QJsonArray{QJsonObject{{u"format"_s, format}, {u"url"_s, defined.imageTemplate}}});
    if (defined.title != defined.id)
        add("title"_L1, defined.title);
    add("metadata"_L1, defined.metadataTemplate);
    if (defined.metadataName != Source().metadataName)
        add("metadataName"_L1, defined.metadataName);
    if (defined.names) {
        add("names"_L1, defined.names->url.toString(QUrl::FullyEncoded));
        add("namesCode"_L1, defined.names->codePath);
        add("namesName"_L1, defined.names->namePath);
    }
    add("licence"_L1, defined.licence);
    add("licenceUrl"_L1, defined.licenceUrl.toString(QUrl::FullyEncoded));
    if (defined.codes)
        entry.insert("codes"_L1, QJsonArray::fromStringList(*defined.codes));
    QJsonObject iso3;
    for (auto code = defined.iso3.begin(); code != defined.iso3.end(); ++code)
        iso3.insert(code.key(), code.value());
    if (!iso3.isEmpty())
        entry.insert("iso3"_L1, iso3);
    if (defined.limit != Source().limit)
        entry.insert("limit"_L1, defined.limit);
    if (defined.pause.count() > 0)
        entry.insert("pause"_L1, int(defined.pause.count()));
    add("embedded"_L1, embeddedWords.wordOf(defined.embedded));
    if (defined.pictureSet != PictureSet::FlagIcons)
        add("pictures"_L1, pictureSetWords.wordOf(defined.pictureSet));
    return entry;
}
