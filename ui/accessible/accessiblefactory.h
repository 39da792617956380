#pragma once

/// Registers what the window reports to screen readers where Qt's own classes report too little:
/// - a window that is a plain QWidget is a window (`frame` in AT-SPI), and one with a name is a group;
/// - the buttons of an exclusive group are radio buttons, and a button with a menu has its entries;
/// - the grid is a list of checkable cells, see FlagGridAccessible;
/// - labels that draw their own text have it as their name, without an event for each change.
/// Call it before the first window. Further calls have no effect.
void registerAccessibleClasses();
