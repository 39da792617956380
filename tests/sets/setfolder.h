#pragma once

#include "app/sets/openset.h"
#include "tests/sets/someset.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A temporary folder for tests that open a set in it.
class SetFolder
{
protected:
    SetFolder() = default;
    ~SetFolder() = default;
    Q_DISABLE_COPY_MOVE(SetFolder)

    /// Replaces the folder with a new one.
    void create()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    /// Opens the set for a download of these codes.
    [[nodiscard]] std::shared_ptr<OpenSet> opened(const QStringList &codes) const
    {
        const auto result = someset::openBatch(m_folder->path(),
            {.purpose = BatchPurpose::Download, .codes = codes, .target = someset::manifest({})});
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return *result;
    }

    [[nodiscard]] LoadedSet loaded() const { return loadSet(m_folder->path()).value(); }

    /// Saves a flag as a batch does.
    void save(OpenSet &set, const SetFlag &flag, const QByteArray &bytes) const
    {
        QVERIFY(!set.recordIntent(flag));
        QVERIFY(someset::write(path(flag.file), bytes));
        set.commit(flag);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};
