// One function, which nothing else in the module needs.
#pragma once

class QCoreApplication;

/// Installs the translation for the system's language and that of Qt's own texts, or the English one if there
/// is none. English needs a translation for its plurals. Call it once, before any text is created.
void installTranslation(QCoreApplication &application);
