#pragma once

#include "app/sources/source.h"

#include <QHash>
#include <QSpinBox>
#include <QString>

/// How many requests may be under way at once: "30 at once". Each source has its own number, which begins
/// with what its operator is known to bear.
class LimitBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit LimitBox(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LimitBox)

    void setSource(const Source &source);
    [[nodiscard]] const Source &source() const { return m_source; }

    /// What people chose instead of a source's own number, by the id of the source.
    void setChosen(const QHash<QString, int> &limitOfSource);
    [[nodiscard]] QHash<QString, int> chosen() const { return m_chosen; }

    /// With what is being typed taken as finished.
    [[nodiscard]] int limit();

private:
    void choose(int limit);

    Source m_source;
    QHash<QString, int> m_chosen;
};
