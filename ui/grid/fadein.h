#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPersistentModelIndex>

/// Lets pictures that have just arrived fade in, where the style wants animations at all.
class FadeIn final : public QObject
{
    Q_OBJECT

public:
    explicit FadeIn(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FadeIn)

    void start(const QModelIndex &cell);

    /// 1 for a picture that does not fade.
    [[nodiscard]] qreal opacityOf(const QModelIndex &cell) const;

Q_SIGNALS:
    /// For each cell whose picture fades, once per frame and at its end.
    void stepped(const QModelIndex &cell);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<QPersistentModelIndex, qint64> m_begins;
    QElapsedTimer m_clock;
    QBasicTimer m_timer;
};
