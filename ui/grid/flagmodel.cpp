#include "ui/grid/flagmodel.h"

#include "app/freshness/flagfreshness.h"
#include "ui/grid/flagtexts.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace {
// The roles that a batch changes.
const QList<int> downloadRoles{Qt::DecorationRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
    FlagModel::StateRole, FlagModel::ResultRole, FlagModel::FallbackRole, FlagModel::ServerWaitRole,
    FlagModel::ChangedRole, FlagModel::NarrowRole, FlagModel::WrongPictureRole, FlagModel::ConditionRole};
const QList<int> freshnessRoles{FlagModel::WrongPictureRole, Qt::ToolTipRole, Qt::AccessibleTextRole};
const QList<int> tickRoles{Qt::CheckStateRole};
const QList<int> waitRoles{FlagModel::ServerWaitRole, Qt::ToolTipRole, Qt::AccessibleTextRole};
} // namespace

FlagModel::FlagModel(const QList<Country> &countries, QObject *parent)
    : QAbstractListModel(parent)
{
    m_entries.reserve(static_cast<std::size_t>(countries.size()));
    m_rowOfCode.reserve(countries.size());
    for (const Country &country : countries) {
        m_rowOfCode.insert(country.code, m_entries.size());
        m_entries.emplace_back().country = country;
    }
    connect(&m_countdown, &WaitCountdown::stepped, this, &FlagModel::countDown);
}

int FlagModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant FlagModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FlagEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.country.displayName;
    case Qt::DecorationRole:
        return entry.picture.isNull() ? QVariant() : QVariant(entry.picture);
    case Qt::CheckStateRole:
        return entry.ticked ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return flagToolTip(entry, serverWait(entry));
    case Qt::AccessibleTextRole:
        return flagAccessibleText(entry, serverWait(entry).count() > 0);
    case CodeRole:
        return entry.country.code;
    case Iso3Role:
        return entry.country.iso3;
    case StateRole:
        return QVariant::fromValue(entry.state);
    case ResultRole:
        return QVariant::fromValue(entry.result);
    case FallbackRole:
        return entry.result.earlier.isEmpty() ? QString() : entry.result.sourceTitle;
    case ChangedRole:
        return entry.result.isChanged;
    case RequestedRole:
        return entry.isRequested;
    case IsCountryRole:
        return entry.country.kind == CountryKind::Country;
    case NarrowRole:
        return entry.isNarrow();
    case WrongPictureRole:
        return freshnessText(entry.freshness, entry.country.displayName);
    case ConditionRole:
        return QVariant::fromValue(entry.condition());
    case ServerWaitRole:
        return int(serverWait(entry).count());
    default:
        return {};
    }
}

bool FlagModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    FlagEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const bool ticked = value.value<Qt::CheckState>() == Qt::Checked;
    if (entry.ticked == ticked)
        return true;
    entry.ticked = ticked;
    notifyChanged(&entry, tickRoles);
    return true;
}

Qt::ItemFlags FlagModel::flags(const QModelIndex &index) const
{
    constexpr Qt::ItemFlags ofCell
        = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    return index.isValid() ? ofCell : Qt::NoItemFlags;
}

QList<Country> FlagModel::countries(const QStringList &codes) const
{
    QList<Country> countries;
    for (const QString &code : codes) {
        if (const FlagEntry *entry = entryOf(code))
            countries.append(entry->country);
    }
    return countries;
}

CategoryCounts FlagModel::counts() const
{
    CategoryCounts counts;
    for (const FlagEntry &entry : m_entries)
        counts.add(entry.status());
    return counts;
}

QStringList FlagModel::codesIn(FlagCategory category) const
{
    QStringList codes;
    for (const FlagEntry &entry : m_entries) {
        if (isInCategory(category, entry.status()))
            codes.append(entry.country.code);
    }
    return codes;
}

void FlagModel::setTicked(const QStringList &codes)
{
    setExactly(&FlagEntry::ticked, codes, tickRoles);
}

void FlagModel::setRequested(const QStringList &codes)
{
    setExactly(&FlagEntry::isRequested, codes, {RequestedRole});
}

void FlagModel::setExactly(bool FlagEntry::*property, const QStringList &codes, const QList<int> &roles)
{
    const QSet<QString> wanted(codes.begin(), codes.end());
    RowRange changed;
    for (FlagEntry &entry : m_entries) {
        const bool isWanted = wanted.contains(entry.country.code);
        if (std::exchange(entry.*property, isWanted) != isWanted)
            changed.add(rowOf(entry));
    }
    notifyChanged(changed, roles);
}

void FlagModel::beginBatch(const QStringList &codes)
{
    RowRange changed;
    for (const QString &code : codes) {
        FlagEntry *entry = find(code);
        if (entry == nullptr || (entry->state == FlagState::NotAsked && serverWait(*entry).count() == 0))
            continue;
        entry->beginBatch();
        m_countdown.end(code);
        changed.add(rowOf(*entry));
    }
    notifyChanged(changed, downloadRoles);
}

void FlagModel::clearResults()
{
    RowRange changed;
    for (FlagEntry &entry : m_entries) {
        if (entry.state == FlagState::NotAsked && entry.condition() == FileCondition::None
            && serverWait(entry).count() == 0)
            continue;
        entry.clear();
        m_countdown.end(entry.country.code);
        changed.add(rowOf(entry));
    }
    notifyChanged(changed, downloadRoles);
}

void FlagModel::setFolderFlags(const QList<FolderFlag> &flags)
{
    QHash<QString, const FolderFlag *> found;
    for (const FolderFlag &flag : flags)
        found.insert(flag.record.code, &flag);
    RowRange changed;
    for (FlagEntry &entry : m_entries) {
        if (entry.setInFolder(found.value(entry.country.code)))
            changed.add(rowOf(entry));
    }
    notifyChanged(changed, downloadRoles);
}

void FlagModel::setState(const QString &code, FlagState state)
{
    FlagEntry *entry = find(code);
    if (entry == nullptr || entry->state == state)
        return;
    entry->state = state;
    notifyChanged(entry, {StateRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void FlagModel::setResult(const FlagResult &result)
{
    FlagEntry *entry = find(result.country.code);
    if (entry == nullptr)
        return;
    entry->finish(result);
    if (isOnDisk(entry->state) && !result.thumbnail.isNull())
        showPicture(*entry, result.thumbnail);
    m_countdown.end(result.country.code);
    notifyChanged(entry, downloadRoles);
}

void FlagModel::setFreshness(const FlagResult &result, const std::optional<FlagFreshness> &freshness)
{
    FlagEntry *entry = find(result.country.code);
    // A later batch may have started in the meantime, or the folder may have changed.
    const bool isOfPicture = entry != nullptr && isOnDisk(entry->state) && entry->result.path == result.path
        && entry->result.sha256 == result.sha256;
    if (!isOfPicture || entry->freshness == freshness)
        return;
    entry->freshness = freshness;
    notifyChanged(entry, freshnessRoles);
}

void FlagModel::beginServerWait(const QString &code, std::chrono::milliseconds duration)
{
    const FlagEntry *entry = find(code);
    if (entry != nullptr && m_countdown.begin(code, duration))
        notifyChanged(entry, waitRoles);
}

void FlagModel::countDown(const QStringList &codes)
{
    for (const QString &code : codes)
        notifyChanged(find(code), waitRoles);
}

void FlagModel::setPictureBox(const QSize &box, qreal pixelRatio)
{
    if (!m_fit.setBox(box, pixelRatio))
        return;
    for (FlagEntry &entry : m_entries) {
        if (!entry.picture.isNull())
            entry.picture = m_fit.roughlyFitted(entry.picture);
    }
    notifyChanged(allRows(), {Qt::DecorationRole});
}

std::optional<ThumbnailRequest> FlagModel::neededPicture(int row) const
{
    const FlagEntry &entry = m_entries[static_cast<std::size_t>(row)];
    const auto plan = entry.picturePlan(m_fit.box());
    return plan == entry.drawn ? std::nullopt : plan;
}

void FlagModel::setPicture(const ThumbnailRequest &request, const QImage &picture, bool isAsSaved)
{
    FlagEntry *entry = find(request.code);
    if (entry == nullptr || entry->picturePlan(m_fit.box()) != request)
        return;
    // Only the flags of a batch have an end.
    const bool isArrival = entry->picture.isNull() && entry->result.ended.has_value();
    const bool isNews = std::exchange(entry->isDrawable, !picture.isNull()) == picture.isNull();
    entry->isAsSaved = isAsSaved;
    showPicture(*entry, picture);
    QList<int> roles = isNews ? downloadRoles : QList<int>{Qt::DecorationRole};
    if (isArrival)
        roles.append(ArrivalRole);
    notifyChanged(entry, roles);
}

void FlagModel::showPicture(FlagEntry &entry, const QImage &picture)
{
    entry.drawn = entry.picturePlan(m_fit.box()).value_or(ThumbnailRequest());
    entry.picture = m_fit.fitted(QPixmap::fromImage(picture));
}

const FlagEntry *FlagModel::entryOf(const QString &code) const
{
    const auto row = m_rowOfCode.constFind(code);
    return row == m_rowOfCode.cend() ? nullptr : &m_entries[*row];
}

FlagEntry *FlagModel::find(const QString &code)
{
    const auto row = m_rowOfCode.constFind(code);
    return row == m_rowOfCode.cend() ? nullptr : &m_entries[*row];
}

void FlagModel::notifyChanged(const RowRange &rows, const QList<int> &roles)
{
    if (rows.first >= 0)
        Q_EMIT dataChanged(index(rows.first), index(rows.last), roles);
}
