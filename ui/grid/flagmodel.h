#pragma once

#include "app/downloads/serverwaits.h"
#include "ui/grid/flagcategory.h"
#include "ui/grid/flagentry.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

#include <vector>

/// One row per country, in the order given: what a person ticked, and how its download stands. Roles hold raw
/// values; an arrival is one dataChanged. The model knows no queue.
class FlagModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole, ///< QString, alpha-2
        Iso3Role, ///< QString
        StateRole, ///< FlagState
        ResultRole, ///< FlagResult without its thumbnail; meaningful once the state is final
        ServerWaitRole, ///< int, seconds that it waits yet because the server asked for it; else 0
        ChangedRole, ///< bool: a set had another picture before, which is in the result
        RequestedRole, ///< bool: see setRequested()
        NarrowRole, ///< bool: what was made of the picture has fewer pixels than was asked for
        IsCountryRole, ///< bool: false for a part of a country and an organisation
        WrongPictureRole, ///< what the picture shows instead of the flag of today; empty if that is not known
        FallbackRole, ///< title of the source that was asked last, if it was not the first; else empty
    };

    explicit FlagModel(const QList<Country> &countries, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagModel)

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Those of `codes` that are in the model, in the order of `codes`.
    [[nodiscard]] QList<Country> countries(const QStringList &codes) const;

    [[nodiscard]] CategoryCounts counts() const;

    /// Codes in the order of rows.
    [[nodiscard]] QStringList codesIn(FlagCategory category) const;

    /// Ticks exactly these; codes that are not in the model are left out.
    void setTicked(const QStringList &codes);

    /// Exactly these are what the person wants done at the moment, and has not ticked, as for an update of a
    /// set; none where the ticks say it.
    void setRequested(const QStringList &codes);

    /// A new batch asks for these: what an earlier one left on them is gone, pictures too. The others keep
    /// theirs.
    void beginBatch(const QStringList &codes);
    /// Nothing is known of any flag any more; ticks stay.
    void clearResults();
    void setState(const QString &code, FlagState state);
    void setResult(const FlagResult &result);
    /// What the picture of the latest result was found to show.
    void setFreshness(const FlagResult &result, const std::optional<FlagFreshness> &freshness);
    /// The server asked to be left alone for so long. Changes once a second until then, or until the result.
    void beginServerWait(const QString &code, std::chrono::milliseconds duration);
    [[nodiscard]] const ServerWaits &serverWaits() const { return m_waits; }

    /// Pictures are shown in a box of this many device pixels. Those at hand are fitted roughly until
    /// setPicture() brings better ones.
    void setPictureBox(const QSize &box, qreal pixelRatio);
    void setPicture(const QString &code, const QImage &picture);

private:
    [[nodiscard]] FlagEntry *find(const QString &code);
    [[nodiscard]] QPixmap fitted(QPixmap picture) const;
    [[nodiscard]] std::chrono::seconds serverWait(const FlagEntry &entry) const;
    void countDown();
    void notifyChanged(const FlagEntry *entry, const QList<int> &roles);

    std::vector<FlagEntry> m_entries;
    QHash<QString, std::size_t> m_rowOfCode;
    ServerWaits m_waits;
    QTimer m_countDown; // runs while anybody waits
    QSize m_pictureBox;
    qreal m_pixelRatio = 1;
};
