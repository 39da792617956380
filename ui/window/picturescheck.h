#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QString>

class BuiltinServers;
struct Source;

/// Says whether the chosen source serves older pictures because its own are not installed. Counts them on the
/// pool.
class PicturesCheck final : public QObject
{
    Q_OBJECT

public:
    /// `servers` must outlive it.
    explicit PicturesCheck(const BuiltinServers &servers, QObject *parent = nullptr);
    ~PicturesCheck() override;
    Q_DISABLE_COPY_MOVE(PicturesCheck)

    /// Emits noticed() if the answer is another one than before, and where pictures are to be counted, when
    /// they are. The newest call counts.
    void check(const Source &source);

Q_SIGNALS:
    /// For people; empty if the source serves its own pictures, or none.
    void noticed(const QString &text);

private:
    const BuiltinServers &m_servers;
    QString m_folder; // of the pictures that are counted or were
    QFutureWatcher<QString> m_counting;
};
