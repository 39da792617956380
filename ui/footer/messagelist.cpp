#include "ui/footer/messagelist.h"

#include <algorithm>

namespace {

constexpr qsizetype keptFailures = 5; // a person reads no more of them
constexpr qsizetype keptNotices = 1; // each describes what the user did last

} // namespace

void MessageList::add(const Message &event)
{
    if (event.text.isEmpty())
        return;
    // The same event again is the newest.
    removeIf([&event](const Entry &entry) { return entry.topic == Topic::Event && entry.message == event; });
    insert({Topic::Event, event});
    qsizetype left = event.kind == Message::Kind::Failure ? keptFailures : keptNotices;
    removeIf([&](const Entry &entry) {
        return entry.topic == Topic::Event && entry.message.kind == event.kind && --left < 0;
    });
}

void MessageList::set(Topic topic, const Message &state)
{
    const auto known = std::ranges::find(m_entries, topic, &Entry::topic);
    if (known == m_entries.end()) {
        if (!state.text.isEmpty())
            insert({topic, state});
        return;
    }
    if (!state.text.isEmpty() && known->message.kind == state.kind) {
        known->message = state;
        return;
    }
    removeAt(known - m_entries.begin());
    if (!state.text.isEmpty())
        insert({topic, state});
}

void MessageList::beginBatch()
{
    changeFolder();
    removeIf([](const Entry &entry) { return entry.topic == Topic::Event || entry.topic == Topic::Import; });
}

void MessageList::changeFolder()
{
    removeIf([](const Entry &entry) {
        return entry.topic == Topic::FolderProblem || entry.topic == Topic::PendingWork;
    });
}

void MessageList::dismiss()
{
    if (shown().canBeDismissed)
        removeAt(m_place);
}

void MessageList::show(Topic topic)
{
    const auto known = std::ranges::find(m_entries, topic, &Entry::topic);
    m_place = known == m_entries.end() ? 0 : known - m_entries.begin();
}

void MessageList::showNext()
{
    m_place = m_entries.isEmpty() ? 0 : (m_place + 1) % m_entries.size();
}

void MessageList::showPrevious()
{
    m_place = m_entries.isEmpty() ? 0 : (m_place + m_entries.size() - 1) % m_entries.size();
}

/// Shows the new message, unless a more important one is shown.
void MessageList::insert(const Entry &entry)
{
    const bool hidesShown = m_entries.isEmpty() || entry.message.kind >= shown().kind;
    const auto behind = std::ranges::find_if(
        m_entries, [&entry](const Entry &other) { return other.message.kind <= entry.message.kind; });
    const qsizetype place = behind - m_entries.begin();
    m_entries.insert(place, entry);
    if (hidesShown)
        m_place = 0;
    else if (place <= m_place)
        ++m_place;
}

/// The shown message stays the same one. If it is removed, the first is shown.
void MessageList::removeAt(qsizetype place)
{
    m_entries.removeAt(place);
    if (place == m_place)
        m_place = 0;
    else if (place < m_place)
        --m_place;
}

template <typename Predicate>
void MessageList::removeIf(Predicate predicate)
{
    for (qsizetype place = 0; place < m_entries.size();) {
        if (predicate(m_entries.at(place)))
            removeAt(place);
        else
            ++place;
    }
}
