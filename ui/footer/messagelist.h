#pragma once

#include <QList>
#include <QString>

/// The action that a message offers, as a button next to its text.
enum class Offer {
    Nothing,
    RetryFailed,
    Continue, ///< continue a paused batch
    ResumePending, ///< resume an interrupted batch
    ShowChanges, ///< show what an update changed
    Repair, ///< verify the folder, which offers to repair it
};

/// A text for people and what it offers.
struct Message
{
    /// In the order of importance.
    enum class Kind {
        Hint, ///< is true as long as it is shown
        News, ///< something has happened
        FaultyFiles, ///< files of the folder are missing or damaged
        FailedFlags,
        PendingWork, ///< the user can continue an interrupted batch
        Failure, ///< what the user wanted was not done
        Blocked, ///< the batch waits until the user has acted
    };

    Kind kind = Kind::Hint;
    QString text = {};
    Offer offer = Offer::Nothing;
    bool canBeDismissed = false;
    QString spoken = {}; ///< for screen readers, if `text` changes often; empty: `text`

    [[nodiscard]] bool isFailure() const
    {
        return kind == Kind::FailedFlags || kind == Kind::FaultyFiles || kind == Kind::Failure
            || kind == Kind::Blocked;
    }
    friend bool operator==(const Message &, const Message &) = default;
};

/// The messages that wait below the grid, the most important first and the newest first of each kind. One of
/// them is shown: the first, until the user steps to another one. A plain value without signals.
class MessageList final
{
public:
    /// What a message is about, if it describes a state. There is one message of each topic at most.
    enum class Topic {
        Event, ///< no state: something has happened
        Pause,
        FailedFlags,
        FaultyFiles,
        FolderProblem,
        Import, ///< of countries from a text
        PendingWork,
        ServerWait,
        Changes,
        Pictures,
        Source,
        Demonstration,
    };

    /// Adds an event. It stays until the next batch, or until newer events of its kind follow: one notice and
    /// a few failures are kept.
    void add(const Message &event);
    /// Sets the message of a state. A text that changes keeps its place. An empty text removes the message.
    void set(Topic topic, const Message &state);

    /// Removes the events, and the state of the folder, which is read again after a batch.
    void beginBatch();
    /// Removes what describes the former folder.
    void changeFolder();
    /// Removes the shown message if it can be dismissed.
    void dismiss();

    /// Shows the first message.
    void showFirst() { m_place = 0; }
    /// Shows the message of a state, or the first if there is none.
    void show(Topic topic);
    /// Shows the next message; after the last one the first.
    void showNext();
    /// Shows the previous message; before the first one the last.
    void showPrevious();
    /// The message that is shown, and its topic. It has no text if there is none.
    [[nodiscard]] Message shown() const { return m_entries.value(m_place).message; }
    [[nodiscard]] Topic shownTopic() const { return m_entries.value(m_place).topic; }
    /// The place of the shown message, from 0.
    [[nodiscard]] qsizetype place() const { return m_place; }
    [[nodiscard]] qsizetype count() const { return m_entries.size(); }

private:
    struct Entry
    {
        Topic topic = Topic::Event;
        Message message;
    };

    void insert(const Entry &entry);
    void removeAt(qsizetype place);
    template <typename Predicate>
    void removeIf(Predicate predicate);

    QList<Entry> m_entries;
    qsizetype m_place = 0;
};
