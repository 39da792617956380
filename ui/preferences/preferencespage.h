#pragma once

#include "ui/files/filesettings.h"
#include "ui/preferences/preferences.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

/// All values that the dialog Preferences edits.
struct PreferenceValues
{
    Preferences preferences;
    FileRules files;
    int pictureWidth = 0; ///< in device-independent pixels

    friend bool operator==(const PreferenceValues &, const PreferenceValues &) = default;
};

/// The values of a program that was never changed.
[[nodiscard]] PreferenceValues defaultPreferenceValues();

/// A page of the dialog Preferences, for some of its values. Owned by the dialog.
class PreferencesPage : public QWidget
{
    Q_OBJECT

public:
    Q_DISABLE_COPY_MOVE(PreferencesPage)

    virtual void setValues(const PreferenceValues &values) = 0;
    /// Writes the values of this page into `values` and leaves the others.
    virtual void collect(PreferenceValues &values) const = 0;
    /// Why the input is invalid, for people; empty if it is valid.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    /// The user has changed a value. Also emitted by setValues().
    void changed();

protected:
    /// `options` are the long names of the options for the values of this page. The page names those that are
    /// `given` on the command line, because they apply to this run whatever the user chooses here.
    PreferencesPage(const QStringList &options, const QStringList &given);

    /// The content goes here, below the note.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// A muted line that explains the controls above it.
    void addRemark(const QString &text);

private:
    QVBoxLayout *m_content;
};
