#pragma once

#include "app/images/rendition.h"

#include <QGroupBox>
#include <QString>

class QCheckBox;
class QComboBox;
class QLineEdit;

/// The group of NamesDialog for the renditions to create of each flag. Emits changed() on each edit.
class ConversionChoice final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ConversionChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConversionChoice)

    void setConversion(const Conversion &conversion);
    /// The valid part of the input. A field with invalid widths counts as empty.
    [[nodiscard]] Conversion conversion() const;

    /// Why the widths are invalid, for people. Empty if they are valid.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QLineEdit *addWidths(const QString &label, const QString &name);
    void updateChoices();

    QLineEdit *m_png;
    QLineEdit *m_webP;
    QComboBox *m_crop;
    QCheckBox *m_keepsOriginal;
};
