#pragma once

#include "tests/system/servedset.h"

/// A batch of the real program that has done whatever it can: the rest is held back by the server. So it is
/// at the same place each time, however busy the machine is.
class HeldBatch final
{
public:
    /// Runs it in the scratch folder of `set`, which outlives this.
    HeldBatch(const ServedSet &set, const QStringList &arguments);
    Q_DISABLE_COPY_MOVE(HeldBatch)
    ~HeldBatch();

    /// Whether it comes to have so many countries done, and written down in the journal of `folder`.
    [[nodiscard]] bool waitForDone(qsizetype countries, const QString &folder);

    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    void kill();
    /// As Ctrl-C does.
    [[nodiscard]] EndedRun interrupt();

private:
    const std::unique_ptr<QProcess> m_process;
};

/// Of countries that are done, in the journal of a batch that did not come to its end; -1: there is none.
[[nodiscard]] qsizetype journalLines(const QString &folder);
