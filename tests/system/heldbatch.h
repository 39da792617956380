#pragma once

#include "tests/system/servedset.h"

/// A batch of the real program that has finished every country except those that the server does not answer.
/// It therefore stops at the same state in each run, even on a busy machine.
class HeldBatch final
{
public:
    /// Starts the program in the scratch folder of `set`, which must outlive this object.
    HeldBatch(const ServedSet &set, const QStringList &arguments);
    Q_DISABLE_COPY_MOVE(HeldBatch)
    ~HeldBatch();

    /// Waits until this many countries are finished and recorded in the journal of `folder`.
    [[nodiscard]] bool waitForDone(qsizetype countries, const QString &folder);

    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    void kill();
    /// Sends SIGINT, as Ctrl-C does, and waits for the end.
    [[nodiscard]] EndedRun interrupt();

private:
    const std::unique_ptr<QProcess> m_process;
};

/// The number of finished countries in the journal of an unfinished batch; -1 if there is no journal.
[[nodiscard]] qsizetype journalLines(const QString &folder);
