#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

/// The number of columns of an export: automatic, as many as one page needs, or a number. The number is
/// always shown, also where it follows from the choice, so that a step leads to its neighbours. Owned by
/// ExportForm.
class ColumnsField final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ColumnsField)

    /// As in SheetOptions.
    [[nodiscard]] int columns() const;
    void setColumns(int columns);

    /// The number of columns of the result.
    void showUsed(int columns);
    /// Whether the result has pages. Otherwise "Fit on one page" cannot be chosen and means "Automatic".
    void setPaged(bool isPaged);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] int choice() const;
    void chooseNumber();

    QComboBox *m_choice;
    QSpinBox *m_number;
    bool m_isPaged = true;
};
