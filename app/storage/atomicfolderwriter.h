#pragma once

#include "app/failures/failure.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// A folder that nobody sees until it is complete, beside the place where it is to be. Locked while it is
/// filled, which tells a leftover of a killed program from one that is in use. Gone when destroyed, unless
/// published.
class AtomicFolderWriter final
{
public:
    AtomicFolderWriter() = default;
    ~AtomicFolderWriter();
    Q_DISABLE_COPY_MOVE(AtomicFolderWriter)

    /// Why what is at `place` may not be replaced: a file is there, or a folder that holds something else
    /// than files of these names.
    [[nodiscard]] static std::optional<Failure> refusalToReplace(
        const QString &place, const QStringList &replaceable);

    /// Removes leftovers beside `place` too.
    [[nodiscard]] std::optional<Failure> open(const QString &place);

    /// Adds a file and syncs it.
    [[nodiscard]] std::optional<Failure> add(const QString &name, const QByteArray &bytes);

    /// Puts the folder into its place in one step: afterwards there is the new folder or the old one,
    /// whatever happens. Fails as refusalToReplace() says.
    [[nodiscard]] std::optional<Failure> publish(const QStringList &replaceable);

private:
    QString m_place;
    QByteArray m_hiddenPath; // empty: there is none
    int m_lock = -1;
};
