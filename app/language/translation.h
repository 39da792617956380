#pragma once

class QCoreApplication;

/// Gives the application its words in the language of the system, or in English where there is no translation
/// into that. English is needed too: it has the plurals. Call once, before any text is made.
void installTranslation(QCoreApplication &application);
