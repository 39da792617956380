#include "ui/grid/flagmodel.h"

#include "app/freshness/flagfreshness.h"
#include "ui/grid/flagentry.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {
// The roles that a batch changes.
const QList<int> downloadRoles{Qt::DecorationRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
    FlagModel::StateRole, FlagModel::ResultRole, FlagModel::FallbackRole, FlagModel::ServerWaitRole,
    FlagModel::ChangedRole, FlagModel::NarrowRole, FlagModel::WrongPictureRole};
const QList<int> freshnessRoles{FlagModel::WrongPictureRole, Qt::ToolTipRole, Qt::AccessibleTextRole};
const QList<int> tickRoles{Qt::CheckStateRole, Qt::AccessibleTextRole};
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
    m_countDown.setInterval(1s);
    m_countDown.setTimerType(Qt::PreciseTimer);
    connect(&m_countDown, &QTimer::timeout, this, &FlagModel::countDown);
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
        return flagAccessibleText(entry, serverWait(entry));
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
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QList<Country> FlagModel::countries(const QStringList &codes) const
{
    QList<Country> countries;
    for (const QString &code : codes) {
        if (const auto row = m_rowOfCode.constFind(code); row != m_rowOfCode.cend())
            countries.append(m_entries[*row].country);
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
    if (m_entries.empty())
        return;
    const QSet<QString> wanted(codes.begin(), codes.end());
    for (FlagEntry &entry : m_entries)
        entry.ticked = wanted.contains(entry.country.code);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), tickRoles);
}

void FlagModel::setRequested(const QStringList &codes)
{
    const QSet<QString> wanted(codes.begin(), codes.end());
    RowRange changed;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        const bool isRequested = wanted.contains(m_entries[row].country.code);
        if (m_entries[row].isRequested == isRequested)
            continue;
        m_entries[row].isRequested = isRequested;
        changed.add(int(row));
    }
    notifyChanged(changed, {RequestedRole});
}

void FlagModel::beginBatch(const QStringList &codes)
{
    RowRange changed;
    for (const QString &code : codes) {
        FlagEntry *entry = find(code);
        if (entry == nullptr || (!entry->hasResult() && serverWait(*entry).count() == 0))
            continue;
        entry->state = FlagState::NotAsked;
        entry->result = {};
        entry->picture = {};
        entry->freshness = {};
        m_waits.end(code);
        changed.add(rowOf(*entry));
    }
    notifyChanged(changed, downloadRoles);
}

void FlagModel::clearResults()
{
    beginBatch(m_rowOfCode.keys());
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
    entry->state = result.state;
    entry->result = result;
    entry->result.thumbnail = {};
    entry->freshness = {};
    entry->picture = fitted(QPixmap::fromImage(result.thumbnail));
    m_waits.end(result.country.code);
    notifyChanged(entry, downloadRoles);
}

void FlagModel::setFreshness(const FlagResult &result, const std::optional<FlagFreshness> &freshness)
{
    FlagEntry *entry = find(result.country.code);
    // A later batch may have started in the meantime.
    if (entry == nullptr || entry->freshness == freshness || entry->result.ended != result.ended)
        return;
    entry->freshness = freshness;
    notifyChanged(entry, freshnessRoles);
}

void FlagModel::beginServerWait(const QString &code, std::chrono::milliseconds duration)
{
    const FlagEntry *entry = find(code);
    if (entry == nullptr || !m_waits.begin(code, duration, SteadyTime::clock::now()))
        return;
    if (!m_countDown.isActive())
        m_countDown.start();
    notifyChanged(entry, waitRoles);
}

// Also notifies the rows whose wait has just ended.
void FlagModel::countDown()
{
    const QStringList codes = m_waits.codes();
    m_waits.dropEnded(SteadyTime::clock::now());
    if (m_waits.codes().isEmpty())
        m_countDown.stop();
    for (const QString &code : codes)
        notifyChanged(find(code), waitRoles);
}

std::chrono::seconds FlagModel::serverWait(const FlagEntry &entry) const
{
    return m_waits.remaining(entry.country.code, SteadyTime::clock::now());
}

void FlagModel::setPictureBox(const QSize &box, qreal pixelRatio)
{
    if (box == m_pictureBox && qFuzzyCompare(pixelRatio, m_pixelRatio))
        return;
    m_pictureBox = box;
    m_pixelRatio = pixelRatio;
    if (m_entries.empty())
        return;
    for (FlagEntry &entry : m_entries) {
        if (!entry.picture.isNull()) {
            entry.picture = fitted(entry.picture.scaled(box, Qt::KeepAspectRatio, Qt::FastTransformation));
        }
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

void FlagModel::setPicture(const QString &code, const QImage &picture)
{
    FlagEntry *entry = find(code);
    if (entry == nullptr || picture.isNull())
        return;
    entry->picture = fitted(QPixmap::fromImage(picture));
    notifyChanged(entry, {Qt::DecorationRole});
}

FlagEntry *FlagModel::find(const QString &code)
{
    const auto row = m_rowOfCode.constFind(code);
    return row == m_rowOfCode.cend() ? nullptr : &m_entries[*row];
}

QPixmap FlagModel::fitted(QPixmap picture) const
{
    const bool tooLarge = picture.width() > m_pictureBox.width() || picture.height() > m_pictureBox.height();
    if (tooLarge && !m_pictureBox.isEmpty())
        picture = picture.scaled(m_pictureBox, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(m_pixelRatio);
    return picture;
}

int FlagModel::rowOf(const FlagEntry &entry) const
{
    return static_cast<int>(&entry - m_entries.data());
}

void FlagModel::notifyChanged(const FlagEntry *entry, const QList<int> &roles)
{
    const QModelIndex at = index(rowOf(*entry));
    Q_EMIT dataChanged(at, at, roles);
}

void FlagModel::notifyChanged(const RowRange &rows, const QList<int> &roles)
{
    if (rows.first >= 0)
        Q_EMIT dataChanged(index(rows.first), index(rows.last), roles);
}
