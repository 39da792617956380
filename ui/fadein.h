#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>

/// Lets pictures that have just arrived fade in, where the style wants animations at all.
class FadeIn final : public QObject
{
    Q_OBJECT

public:
    explicit FadeIn(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FadeIn)

    void start(const QString &code);

    /// 1 for a picture that does not fade.
    [[nodiscard]] qreal opacityOf(const QString &code) const;

Q_SIGNALS:
    /// Once per frame while anything fades, and once at its end.
    void stepped();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<QString, qint64> m_beginOfCode;
    QElapsedTimer m_clock;
    QBasicTimer m_timer;
};
