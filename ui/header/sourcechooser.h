#pragma once

#include "app/sources/source.h"

#include <QWidget>

class BuiltinServers;
class QComboBox;
class QToolButton;
class SourceList;

/// Chooses the source of the next batch, and adjusts those of the program's own servers that have manners.
class SourceChooser final : public QWidget
{
    Q_OBJECT

public:
    /// `servers` must outlive the chooser.
    SourceChooser(const SourceList &sources, BuiltinServers &servers, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceChooser)

    [[nodiscard]] Source source() const;

    /// A source that is not in the list is added to it.
    void setSource(const Source &source);

    /// Chooses the source of that id, if the list has it.
    void setSourceId(const QString &id);

Q_SIGNALS:
    void sourceChanged(const Source &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSource(const Source &source);
    void updateAdjust();
    void adjust();

    BuiltinServers &m_servers;
    QComboBox *m_combo;
    QToolButton *m_adjust;
};
