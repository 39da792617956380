#include "app/sets/journalfile.h"

#include "app/countries/country.h"
#include "app/language/wordtable.h"
#include "app/sets/manifestjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct JournalFile
{
    Q_DECLARE_TR_FUNCTIONS(JournalFile)
};

constexpr auto journalFormat = "flagfetch-batch"_L1;
constexpr int journalVersion = 1;

constexpr auto purposeWords = wordTable<BatchPurpose>({
    {BatchPurpose::Download, "download"_L1},
    {BatchPurpose::Update, "update"_L1},
    {BatchPurpose::Restore, "restore"_L1},
});

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject toObject(const BatchSpec &spec);
tl::expected<BatchSpec, JournalProblem> specFromJson(const QJsonObject &object);

QJsonArray toArray(const QList<BatchSpec> &specs)
{
    QJsonArray array;
    for (const BatchSpec &spec : specs)
        array.append(toObject(spec));
    return array;
}

std::optional<JournalProblem> readSpecs(QList<BatchSpec> &specs, const QJsonValue &array)
{
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries) {
        auto spec = specFromJson(entry.toObject());
        if (!spec)
            return spec.error();
        specs.append(*std::move(spec));
    }
    return std::nullopt;
}

tl::expected<BatchSpec, JournalProblem> specFromJson(const QJsonObject &object)
{
    const double version = object.value("version"_L1).toDouble(); // toInt() has no large numbers
    if (object.value("format"_L1) != journalFormat || version < 1)
        return tl::unexpected(JournalProblem{JournalFile::tr("this is not the journal of a batch")});
    if (version > journalVersion)
        return tl::unexpected(JournalProblem{.text = {}, .isNewer = true});
    auto target = descriptionFromJson(object);
    if (!target)
        return tl::unexpected(JournalProblem{target.error().text});
    const auto purpose = purposeWords.valueOf(object.value("purpose"_L1).toString());
    const auto conflict = conflictPolicyFromWord(object.value("conflict"_L1).toString());
    if (!purpose || !conflict)
        return tl::unexpected(
            JournalProblem{JournalFile::tr("\"purpose\" and \"conflict\" must be known words")});
    BatchSpec spec{.purpose = *purpose,
        .conflict = *conflict,
        .codes = object.value("codes"_L1).toVariant().toStringList(),
        .sourceOrder = object.value("source_order"_L1).toVariant().toStringList(),
        .target = *std::move(target)};
    const bool areCodes = std::ranges::all_of(spec.codes, &isFlagCode);
    if (!areCodes || spec.codes.size() != object.value("codes"_L1).toArray().size())
        return tl::unexpected(
            JournalProblem{JournalFile::tr("\"codes\" must be codes in capitals, such as DE or GB-ENG")});
    spec.codes.removeDuplicates();
    const QJsonArray flags = object.value("flags"_L1).toArray();
    for (const QJsonValue &entry : flags) {
        const auto flag = flagFromJson(entry.toObject());
        if (!flag)
            return tl::unexpected(JournalProblem{flag.error().text});
        spec.target.flags.append(*flag);
    }
    if (const auto problem = readSpecs(spec.following, object.value("following"_L1)))
        return tl::unexpected(*problem);
    if (const auto problem = readSpecs(spec.remaining, object.value("set_aside"_L1)))
        return tl::unexpected(*problem);
    return spec;
}

QJsonObject toObject(const BatchSpec &spec)
{
    QJsonObject object = descriptionToJson(spec.target);
    object.insert("format"_L1, journalFormat);
    object.insert("version"_L1, journalVersion);
    object.insert("purpose"_L1, purposeWords.wordOf(spec.purpose));
    object.insert("conflict"_L1, conflictWord(spec.conflict));
    object.insert("codes"_L1, QJsonArray::fromStringList(spec.codes));
    if (!spec.sourceOrder.isEmpty())
        object.insert("source_order"_L1, QJsonArray::fromStringList(spec.sourceOrder));
    QJsonArray flags;
    for (const SetFlag &flag : spec.target.flags)
        flags.append(flagToJson(flag));
    object.insert("flags"_L1, flags);
    if (!spec.following.isEmpty())
        object.insert("following"_L1, toArray(spec.following));
    if (!spec.remaining.isEmpty())
        object.insert("set_aside"_L1, toArray(spec.remaining));
    return object;
}

} // namespace

QByteArray journalLine(const BatchSpec &spec)
{
    return lineOf(toObject(spec));
}

QByteArray journalLine(const QJsonObject &flag)
{
    return lineOf(flag);
}

QByteArray journalLineForDone(const QString &code)
{
    return lineOf({{u"settled"_s, code}});
}

tl::expected<JournalContent, JournalProblem> journalFromLines(
    const QByteArray &lines, const std::stop_token &stop)
{
    QList<QByteArray> whole = lines.split('\n');
    whole.removeLast();
    const QByteArray first = whole.isEmpty() ? QByteArray() : whole.takeFirst();
    auto spec = specFromJson(QJsonDocument::fromJson(first).object());
    if (!spec)
        return tl::unexpected(spec.error());
    JournalContent content{.spec = *std::move(spec), .flags = {}, .done = {}};
    for (const QByteArray &line : std::as_const(whole)) {
        if (stop.stop_requested())
            break;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto flag = flagFromJson(object);
        if (object.contains("settled"_L1))
            content.done.insert(object.value("settled"_L1).toString());
        else if (flag)
            content.flags.append(*flag);
    }
    return content;
}
