#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUndoStack>

class FlagModel;

/// A change of many ticks, for a message.
struct TickChange
{
    enum class Kind {
        Replaced, ///< `codes` are ticked now and no others
        Added, ///< `codes` were ticked in addition
        Undone,
        Redone,
    };

    Kind kind = Kind::Replaced;
    QString step; ///< the text of the step for people, such as "tick only Africa"
    QStringList codes; ///< in the order of rows; empty for Undone and Redone
    qsizetype before = 0; ///< number of ticked countries
    qsizetype after = 0;
    bool isStep = true; ///< false: the ticks were like that before, so there is nothing to undo
};

/// Changes ticks in steps that can be undone and redone. Every change by the user goes through it: menus call
/// replace() and add(); the grid changes the model itself, because a rubber band ticks while it is drawn, and
/// then calls record(). What was not recorded, such as a tick by an assistive technology, becomes a step
/// before the next one. Keeps only the differences. Owned by the window; lives in the GUI thread.
class TickHistory final : public QObject
{
    Q_OBJECT

public:
    /// `model` must outlive the history.
    explicit TickHistory(FlagModel &model, QObject *parent = nullptr);
    ~TickHistory() override;
    Q_DISABLE_COPY_MOVE(TickHistory)

    [[nodiscard]] const FlagModel &model() const { return m_model; }
    [[nodiscard]] const QUndoStack &steps() const { return m_steps; }

    /// Ticks exactly these countries. `text` names the step for people. Ignores codes that the model does not
    /// have.
    void replace(const QStringList &codes, const QString &text);
    /// Ticks these countries in addition. Returns how many of them were not ticked before.
    qsizetype add(const QStringList &codes, const QString &text);
    /// Makes one step of everything that has changed in the model since the last step. Does nothing if
    /// nothing has changed.
    void record();

    void undo();
    void redo();
    /// Forgets all steps. The current ticks cannot be undone.
    void clear();

Q_SIGNALS:
    /// Not for record(): a click needs no message.
    void changed(const TickChange &change);

private:
    class Step;

    [[nodiscard]] QStringList ticked() const;
    /// Returns whether there was a change.
    bool record(const QString &text);
    void apply(const QStringList &ticks, const QStringList &unticks);
    [[nodiscard]] QString describe(const QStringList &ticks, const QStringList &unticks) const;

    FlagModel &m_model;
    QSet<QString> m_recorded; // the ticks after the latest step
    QUndoStack m_steps;
};
