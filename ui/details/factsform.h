#pragma once

#include "ui/details/flagfacts.h"

#include <QWidget>

#include <array>

class QFormLayout;
class QLabel;
class ValueField;

/// Shows facts in rows of a label and a value, which are related for screen readers. Rows without a value are
/// hidden. Owned by DetailsPanel.
class FactsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsForm(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FactsForm)

    void setFacts(const QList<FlagFact> &facts);
    /// Null if the row is hidden.
    [[nodiscard]] const ValueField *field(FactKind kind) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *label = nullptr;
        ValueField *value = nullptr;
        bool isShown = true;
    };

    void updateColours();

    QFormLayout *m_layout;
    std::array<Row, allFactKinds.size()> m_rows;
};
