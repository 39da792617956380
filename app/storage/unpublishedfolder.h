#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// A folder that nobody sees until it is complete, beside the place where it is to be. Locked while it is
/// filled, which tells a leftover of a killed program from one that is in use. Gone when destroyed, unless
/// published.
class UnpublishedFolder final
{
public:
    UnpublishedFolder() = default;
    ~UnpublishedFolder();
    Q_DISABLE_COPY_MOVE(UnpublishedFolder)

    /// Removes leftovers beside `place` too.
    [[nodiscard]] std::optional<Failure> open(const QString &place);

    /// Adds a file and syncs it.
    [[nodiscard]] std::optional<Failure> add(const QString &name, const QByteArray &bytes);

    /// Puts the folder into its place in one step: afterwards there is the new folder or the old one,
    /// whatever happens. What was there may hold files of these names only, else it stays and the publication
    /// fails.
    [[nodiscard]] std::optional<Failure> publish(const QStringList &replaceable);

private:
    QString m_place;
    QByteArray m_hiddenPath; // empty: there is none
    int m_lock = -1;
};
