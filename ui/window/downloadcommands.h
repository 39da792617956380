#pragma once

#include "ui/window/batchcontrol.h"
#include "ui/window/windowparts.h"

#include <QObject>

class ConflictCheck;
class QWidget;

/// Makes orders of what a person asks for and has chosen in the parts of the window, and hands them to the
/// batch. Has the person asked first where files are there already.
class DownloadCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent; the batch must outlive it.
    DownloadCommands(const WindowParts &parts, BatchControl &batch, QWidget &window);
    Q_DISABLE_COPY_MOVE(DownloadCommands)

    void downloadTicked();
    void downloadCountry(const QString &code);
    void retryFailed();
    /// What is planned for the set in this folder, to which the window turns.
    void perform(const SetPlan &plan, const QString &folder);

    /// Why nothing can be downloaded into the folder, for people; empty if it can. Told instead of asking or
    /// beginning anything.
    void setBlockedReason(const QString &text) { m_blockedReason = text; }

    /// What the latest batch fits its pictures to.
    [[nodiscard]] const QSize &pictureBox() const { return m_pictureBox; }

Q_SIGNALS:
    /// An order was not carried out; the text is for people.
    void refused(const QString &text);

private:
    /// What is known of flags, and what failed, was of the folder before.
    void turnTo(const QString &folder);
    [[nodiscard]] bool isRefused();
    void showChanged(const BatchProgress &progress);
    void download(const QStringList &codes);
    /// Without the question about files that are there.
    void downloadAgain(const QStringList &codes, ConflictPolicy conflict);
    void start(const BatchRequest &request);
    [[nodiscard]] BatchRequest requestFor(const QStringList &codes);
    [[nodiscard]] BatchTerms terms();

    const WindowParts m_parts;
    BatchControl &m_batch;
    ConflictCheck *m_conflicts;
    QString m_folder; // that all this is about
    ConflictPolicy m_latestConflict = ConflictPolicy::Overwrite; // of the latest download
    QString m_blockedReason;
    QSize m_pictureBox;
};
