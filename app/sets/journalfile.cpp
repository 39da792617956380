#include "app/sets/journalfile.h"

#include "app/countries/country.h"
#include "app/sets/manifestjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
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

constexpr std::array purposeWords{
    std::pair{BatchPurpose::Download, "download"_L1},
    std::pair{BatchPurpose::Update, "update"_L1},
    std::pair{BatchPurpose::Restore, "restore"_L1},
};

QLatin1StringView purposeWord(BatchPurpose purpose)
{
    return std::ranges::find(purposeWords, purpose, [](const auto &entry) { return entry.first; })->second;
}

std::optional<BatchPurpose> purposeCalled(const QString &word)
{
    for (const auto &[purpose, known] : purposeWords) {
        if (word == known)
            return purpose;
    }
    return std::nullopt;
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject objectOf(const SetOrder &order);
std::variant<SetOrder, JournalProblem> orderFrom(const QJsonObject &object);

QJsonArray arrayOf(const QList<SetOrder> &orders)
{
    QJsonArray array;
    for (const SetOrder &order : orders)
        array.append(objectOf(order));
    return array;
}

std::optional<JournalProblem> readInto(QList<SetOrder> &orders, const QJsonValue &array)
{
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries) {
        auto order = orderFrom(entry.toObject());
        if (const auto *problem = std::get_if<JournalProblem>(&order))
            return *problem;
        orders.append(std::get<SetOrder>(std::move(order)));
    }
    return std::nullopt;
}

std::variant<SetOrder, JournalProblem> orderFrom(const QJsonObject &object)
{
    const int version = object.value("version"_L1).toInt();
    if (object.value("format"_L1) != journalFormat || version < 1)
        return JournalProblem{JournalFile::tr("this is not the journal of a batch")};
    if (version > journalVersion)
        return JournalProblem{.text = {}, .isNewer = true};
    auto aim = descriptionFromJson(object);
    if (const auto *problem = std::get_if<ManifestProblem>(&aim))
        return JournalProblem{problem->text};
    const auto purpose = purposeCalled(object.value("purpose"_L1).toString());
    const auto conflict = conflictPolicyCalled(object.value("conflict"_L1).toString());
    if (!purpose || !conflict)
        return JournalProblem{JournalFile::tr("\"purpose\" and \"conflict\" must be words that are known")};
    SetOrder order{.purpose = *purpose,
        .conflict = *conflict,
        .codes = object.value("codes"_L1).toVariant().toStringList(),
        .sourceOrder = object.value("source_order"_L1).toVariant().toStringList(),
        .aim = std::get<Manifest>(std::move(aim))};
    const bool areCodes = std::ranges::all_of(order.codes, &isFlagCode);
    if (!areCodes || order.codes.size() != object.value("codes"_L1).toArray().size())
        return JournalProblem{JournalFile::tr("\"codes\" must be codes in capitals, such as DE or GB-ENG")};
    const QJsonArray flags = object.value("flags"_L1).toArray();
    for (const QJsonValue &entry : flags) {
        const auto flag = flagFromJson(entry.toObject());
        if (const auto *problem = std::get_if<ManifestProblem>(&flag))
            return JournalProblem{problem->text};
        order.aim.flags.append(std::get<SetFlag>(flag));
    }
    if (const auto problem = readInto(order.following, object.value("following"_L1)))
        return *problem;
    if (const auto problem = readInto(order.setAside, object.value("set_aside"_L1)))
        return *problem;
    return order;
}

QJsonObject objectOf(const SetOrder &order)
{
    QJsonObject object = descriptionToJson(order.aim);
    object.insert("format"_L1, journalFormat);
    object.insert("version"_L1, journalVersion);
    object.insert("purpose"_L1, purposeWord(order.purpose));
    object.insert("conflict"_L1, conflictWord(order.conflict));
    object.insert("codes"_L1, QJsonArray::fromStringList(order.codes));
    if (!order.sourceOrder.isEmpty())
        object.insert("source_order"_L1, QJsonArray::fromStringList(order.sourceOrder));
    QJsonArray flags;
    for (const SetFlag &flag : order.aim.flags)
        flags.append(flagToJson(flag));
    object.insert("flags"_L1, flags);
    if (!order.following.isEmpty())
        object.insert("following"_L1, arrayOf(order.following));
    if (!order.setAside.isEmpty())
        object.insert("set_aside"_L1, arrayOf(order.setAside));
    return object;
}

} // namespace

QByteArray journalLine(const SetOrder &order)
{
    return lineOf(objectOf(order));
}

QByteArray journalLine(const SetFlag &flag)
{
    return lineOf(flagToJson(flag));
}

QByteArray journalLineForSettled(const QString &code)
{
    return lineOf({{u"settled"_s, code}});
}

std::variant<JournalContent, JournalProblem> journalFromLines(
    const QByteArray &lines, const std::stop_token &stop)
{
    QList<QByteArray> whole = lines.split('\n');
    whole.removeLast();
    const QByteArray first = whole.isEmpty() ? QByteArray() : whole.takeFirst();
    auto order = orderFrom(QJsonDocument::fromJson(first).object());
    if (const auto *problem = std::get_if<JournalProblem>(&order))
        return *problem;
    JournalContent content{.order = std::get<SetOrder>(std::move(order)), .flags = {}, .settled = {}};
    for (const QByteArray &line : std::as_const(whole)) {
        if (stop.stop_requested())
            break;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto flag = flagFromJson(object);
        if (object.contains("settled"_L1))
            content.settled.insert(object.value("settled"_L1).toString());
        else if (std::holds_alternative<SetFlag>(flag))
            content.flags.append(std::get<SetFlag>(flag));
    }
    return content;
}
