#include "app/sets/journalfile.h"

#include "app/sets/manifestjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatName = "flagfetch-batch"_L1;

constexpr std::array purposeWords{
    std::pair{BatchPurpose::Download, "download"_L1},
    std::pair{BatchPurpose::Update, "update"_L1},
    std::pair{BatchPurpose::Restore, "restore"_L1},
};
constexpr std::array conflictWords{
    std::pair{ConflictPolicy::Overwrite, "overwrite"_L1},
    std::pair{ConflictPolicy::Skip, "skip"_L1},
    std::pair{ConflictPolicy::Rename, "rename"_L1},
};

template <typename Words, typename Value>
QLatin1StringView wordFor(const Words &words, Value value)
{
    return std::ranges::find(words, value, [](const auto &entry) { return entry.first; })->second;
}

/// The first value if the word is none of them.
template <typename Words>
auto valueFor(const Words &words, const QString &word)
{
    const auto found
        = std::ranges::find(words, word, [](const auto &entry) { return QString(entry.second); });
    return found == words.end() ? words.front().first : found->first;
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<SetOrder> orderFrom(const QJsonObject &object)
{
    auto aim = descriptionFromJson(object);
    if (object.value("format"_L1) != formatName || std::holds_alternative<ManifestProblem>(aim))
        return std::nullopt;
    SetOrder order{.purpose = valueFor(purposeWords, object.value("purpose"_L1).toString()),
        .conflict = valueFor(conflictWords, object.value("conflict"_L1).toString()),
        .codes = object.value("codes"_L1).toVariant().toStringList(),
        .aim = std::get<Manifest>(std::move(aim))};
    const QJsonArray flags = object.value("flags"_L1).toArray();
    for (const QJsonValue &entry : flags) {
        const auto flag = flagFromJson(entry.toObject());
        if (std::holds_alternative<ManifestProblem>(flag))
            return std::nullopt;
        order.aim.flags.append(std::get<SetFlag>(flag));
    }
    return order;
}

} // namespace

QByteArray journalLine(const SetOrder &order)
{
    QJsonObject object = descriptionToJson(order.aim);
    object.insert("format"_L1, formatName);
    object.insert("version"_L1, 1);
    object.insert("purpose"_L1, wordFor(purposeWords, order.purpose));
    object.insert("conflict"_L1, wordFor(conflictWords, order.conflict));
    object.insert("codes"_L1, QJsonArray::fromStringList(order.codes));
    QJsonArray flags;
    for (const SetFlag &flag : order.aim.flags)
        flags.append(flagToJson(flag));
    object.insert("flags"_L1, flags);
    return lineOf(object);
}

QByteArray journalLine(const SetFlag &flag)
{
    return lineOf(flagToJson(flag));
}

QByteArray journalLineForSettled(const QString &code)
{
    return lineOf({{u"settled"_s, code}});
}

std::optional<JournalContent> journalFromLines(const QByteArray &lines)
{
    QList<QByteArray> whole = lines.split('\n');
    whole.removeLast();
    if (whole.isEmpty())
        return std::nullopt;
    auto order = orderFrom(QJsonDocument::fromJson(whole.takeFirst()).object());
    if (!order)
        return std::nullopt;
    JournalContent content{.order = std::move(*order), .flags = {}, .settled = {}};
    for (const QByteArray &line : std::as_const(whole)) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto flag = flagFromJson(object);
        if (object.contains("settled"_L1))
            content.settled.insert(object.value("settled"_L1).toString());
        else if (std::holds_alternative<SetFlag>(flag))
            content.flags.append(std::get<SetFlag>(flag));
    }
    return content;
}
