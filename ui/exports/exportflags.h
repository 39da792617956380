#pragma once

#include "app/exports/setflags.h"
#include "app/tasks/latestjob.h"

#include <QObject>
#include <QStringList>

/// The flags of a folder that can be exported, all of them or only the ticked ones, and whether their
/// pictures can be drawn. Reads and checks them on the thread pool. Owned by ExportDialog.
class ExportFlags final : public QObject
{
    Q_OBJECT

public:
    enum class Choice {
        All,
        Ticked,
    };

    ExportFlags(const QString &folder, const QStringList &ticked, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ExportFlags)

    /// Reads the flags with their names in the language. loaded() follows, and checked() after the first
    /// time.
    void load(const QString &language);

    [[nodiscard]] bool isLoading() const { return m_loading.isRunning(); }
    [[nodiscard]] bool isChecking() const { return m_checking.isRunning(); }
    /// Why the folder cannot be read; NoSet if it has no flags.
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    /// See SetFlags.
    [[nodiscard]] QString damage() const { return m_damage; }

    [[nodiscard]] QList<ExportFlag> flags(Choice choice) const;
    /// The number of countries that flags() has.
    [[nodiscard]] int countries(Choice choice) const;
    /// The number of ticked countries that the folder lacks.
    [[nodiscard]] int missing() const;
    /// The flags whose pictures cannot be drawn. Empty until checked() is emitted.
    [[nodiscard]] QList<LeftOutFlag> undrawable(Choice choice) const;

Q_SIGNALS:
    void loaded();
    void checked();

private:
    void onLoaded(const Result<SetFlags> &set);
    void onChecked(const QList<LeftOutFlag> &undrawable);
    [[nodiscard]] bool isChosen(const QString &code, Choice choice) const;

    const QString m_folder;
    const QStringList m_ticked;
    LatestJob<Result<SetFlags>> m_loading;
    LatestJob<QList<LeftOutFlag>> m_checking;
    bool m_isCheckStarted = false; // the pictures do not depend on the language
    QList<ExportFlag> m_flags;
    std::optional<Failure> m_failure;
    QString m_damage;
    QList<LeftOutFlag> m_undrawable;
};
