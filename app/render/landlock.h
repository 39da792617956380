#pragma once

/// Makes this thread and those that it starts unable to write any file, and to read others than those of
/// libraries and fonts. Does nothing where the kernel has no Landlock. Needs PR_SET_NO_NEW_PRIVS.
void restrictFiles();
