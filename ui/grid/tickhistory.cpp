#include "ui/grid/tickhistory.h"

#include "ui/grid/flagmodel.h"

#include <QUndoCommand>

#include <utility>

namespace {

constexpr int maximumSteps = 500; // the differences of some hundred presets need less than 10 MB

QSet<QString> toSet(const QStringList &codes)
{
    return {codes.cbegin(), codes.cend()};
}

/// The codes of `codes` that are not in `others`.
QStringList without(const QStringList &codes, const QSet<QString> &others)
{
    QStringList left;
    for (const QString &code : codes) {
        if (!others.contains(code))
            left.append(code);
    }
    return left;
}

} // namespace

class TickHistory::Step final : public QUndoCommand
{
public:
    Step(TickHistory &history, const QStringList &ticks, const QStringList &unticks, const QString &text)
        : QUndoCommand(text)
        , m_history(history)
        , m_ticks(ticks)
        , m_unticks(unticks)
    {
    }

    void undo() override { m_history.apply(m_unticks, m_ticks); }
    // Changes nothing when the stack calls it for a new step, whose ticks are in the model already.
    void redo() override { m_history.apply(m_ticks, m_unticks); }

private:
    TickHistory &m_history;
    const QStringList m_ticks;
    const QStringList m_unticks;
};

TickHistory::TickHistory(FlagModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_steps.setUndoLimit(maximumSteps);
    clear();
}

TickHistory::~TickHistory() = default;

void TickHistory::replace(const QStringList &codes, const QString &text)
{
    record();
    const qsizetype before = ticked().size();
    m_model.setTicked(codes);
    const bool isStep = record(text);
    const QStringList after = ticked();
    Q_EMIT changed({TickChange::Kind::Replaced, text, after, before, after.size(), isStep});
}

qsizetype TickHistory::add(const QStringList &codes, const QString &text)
{
    record();
    const QStringList before = ticked();
    m_model.setTicked(before + codes);
    const bool isStep = record(text);
    const QStringList after = ticked();
    const QStringList added = without(after, toSet(before));
    Q_EMIT changed({TickChange::Kind::Added, text, added, before.size(), after.size(), isStep});
    return added.size();
}

void TickHistory::record()
{
    record(QString());
}

bool TickHistory::record(const QString &text)
{
    const QStringList now = ticked();
    const QSet<QString> current = toSet(now);
    const QStringList ticks = without(now, m_recorded);
    QStringList unticks = without(m_recorded.values(), current);
    if (ticks.isEmpty() && unticks.isEmpty())
        return false;
    unticks.sort();
    m_recorded = current;
    m_steps.push(new Step(*this, ticks, unticks, text.isEmpty() ? describe(ticks, unticks) : text));
    return true;
}

void TickHistory::undo()
{
    record();
    if (!m_steps.canUndo())
        return;
    const QString text = m_steps.undoText();
    const qsizetype before = ticked().size();
    m_steps.undo();
    Q_EMIT changed({TickChange::Kind::Undone, text, {}, before, ticked().size()});
}

void TickHistory::redo()
{
    record();
    if (!m_steps.canRedo())
        return;
    const QString text = m_steps.redoText();
    const qsizetype before = ticked().size();
    m_steps.redo();
    Q_EMIT changed({TickChange::Kind::Redone, text, {}, before, ticked().size()});
}

void TickHistory::clear()
{
    m_steps.clear();
    m_recorded = toSet(ticked());
}

QStringList TickHistory::ticked() const
{
    return m_model.codesIn(FlagCategory::Ticked);
}

void TickHistory::apply(const QStringList &ticks, const QStringList &unticks)
{
    const QStringList now = ticked();
    m_model.setTicked(without(now, toSet(unticks)) + ticks);
    m_recorded = toSet(ticked());
}

QString TickHistory::describe(const QStringList &ticks, const QStringList &unticks) const
{
    const auto count = static_cast<int>(ticks.size() + unticks.size());
    if (count == 1) {
        const QString name = m_model.countries(ticks + unticks).constFirst().displayName;
        return unticks.isEmpty() ? tr("tick %1", "undo step").arg(name)
                                 : tr("untick %1", "undo step").arg(name);
    }
    if (unticks.isEmpty())
        return tr("tick %n countries", "undo step", count);
    if (ticks.isEmpty())
        return tr("untick %n countries", "undo step", count);
    return tr("change %n ticks", "undo step", count);
}
