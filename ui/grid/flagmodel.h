#pragma once

#include "ui/grid/flagcategory.h"
#include "ui/grid/flagentry.h"
#include "ui/grid/picturefit.h"
#include "ui/grid/waitcountdown.h"

#include <QAbstractListModel>
#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

/// One row per country, in the given order: its tick and the state of its download. Roles hold raw values. A
/// result emits one dataChanged(). The model does not know the queue. Owned by the window.
class FlagModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole, ///< QString, alpha-2
        Iso3Role, ///< QString
        StateRole, ///< FlagState
        ResultRole, ///< FlagResult without its thumbnail; valid in a final state
        ServerWaitRole, ///< int, remaining seconds of a Retry-After; else 0
        ChangedRole, ///< bool: the set had another picture before, see FlagResult::former
        RequestedRole, ///< bool: see setRequested()
        NarrowRole, ///< bool: a rendition has fewer pixels than requested
        IsCountryRole, ///< bool: false for a part of a country and an organisation
        WrongPictureRole, ///< QString: what the picture shows instead of the current flag; empty if unknown
        ArrivalRole, ///< only in dataChanged(): the picture of a flag that a batch saved appears
        FallbackRole, ///< QString: title of the last requested source if it was not the first; else empty
        ConditionRole, ///< FileCondition
    };

    explicit FlagModel(const QList<Country> &countries, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagModel)

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The countries of the model with these codes, in the order of `codes`.
    [[nodiscard]] QList<Country> countries(const QStringList &codes) const;

    /// Null if the model does not have the country.
    [[nodiscard]] const FlagEntry *entryOf(const QString &code) const;

    /// In the order of rows.
    [[nodiscard]] const std::vector<FlagEntry> &entries() const { return m_entries; }

    [[nodiscard]] CategoryCounts counts() const;

    /// The codes of a category, in the order of rows.
    [[nodiscard]] QStringList codesIn(FlagCategory category) const;

    /// Ticks exactly these countries. Ignores codes that are not in the model.
    void setTicked(const QStringList &codes);

    /// Sets the category Requested to exactly these countries, for an operation on a set. Empty for a
    /// download of the ticked countries.
    void setRequested(const QStringList &codes);

    /// Clears state and result of these countries for a new batch. Other rows keep theirs, and flags on disk
    /// their pictures.
    void beginBatch(const QStringList &codes);
    /// Clears state, result and picture of every row, because the folder has changed. Ticks stay.
    void clearResults();
    /// Sets what the set in the folder has: these flags are Saved, others are not. Call it only while no
    /// batch runs, with a set that was read after the last one.
    void setFolderFlags(const QList<FolderFlag> &flags);
    void setState(const QString &code, FlagState state);
    void setResult(const FlagResult &result);
    /// Sets the freshness of the picture of `result`. Has no effect if the row shows another picture by now.
    void setFreshness(const FlagResult &result, const std::optional<FlagFreshness> &freshness);
    /// Starts the countdown of a Retry-After. ServerWaitRole changes once a second until it ends or a result
    /// arrives.
    void beginServerWait(const QString &code, std::chrono::milliseconds duration);
    [[nodiscard]] const ServerWaits &serverWaits() const { return m_countdown.waits(); }

    /// Sets the size that pictures are scaled to, in device pixels. Scales the current pictures with a fast,
    /// rough filter; setPicture() replaces them.
    void setPictureBox(const QSize &box, qreal pixelRatio);
    /// What to draw for a row: its file or the size has changed since it was drawn. Empty if it needs
    /// nothing.
    [[nodiscard]] std::optional<ThumbnailRequest> neededPicture(int row) const;
    /// Sets the picture that was drawn for a request; null if it could not be drawn, see
    /// PictureLoader::loaded(). Has no effect if the row needs another picture by now.
    void setPicture(const ThumbnailRequest &request, const QImage &picture, bool isAsSaved = false);

private:
    /// The smallest range with all rows that were added. One signal for it costs less than one for each row.
    struct RowRange
    {
        int first = -1; // none
        int last = -1;

        void add(int row)
        {
            first = first < 0 ? row : std::min(first, row);
            last = std::max(last, row);
        }
    };

    [[nodiscard]] FlagEntry *find(const QString &code);
    /// Sets a property of exactly these countries.
    void setExactly(bool FlagEntry::*property, const QStringList &codes, const QList<int> &roles);
    void showPicture(FlagEntry &entry, const QImage &picture);
    [[nodiscard]] std::chrono::seconds serverWait(const FlagEntry &entry) const
    {
        return m_countdown.remaining(entry.country.code);
    }
    void countDown(const QStringList &codes);
    [[nodiscard]] int rowOf(const FlagEntry &entry) const { return int(&entry - m_entries.data()); }
    [[nodiscard]] RowRange allRows() const { return {m_entries.empty() ? -1 : 0, rowCount() - 1}; }
    void notifyChanged(const FlagEntry *entry, const QList<int> &roles)
    {
        notifyChanged(RowRange{rowOf(*entry), rowOf(*entry)}, roles);
    }
    void notifyChanged(const RowRange &rows, const QList<int> &roles);

    std::vector<FlagEntry> m_entries;
    QHash<QString, std::size_t> m_rowOfCode;
    WaitCountdown m_countdown;
    PictureFit m_fit;
};
