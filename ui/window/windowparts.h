#pragma once

class CountryPane;
class FileSettings;
class FlagModel;
class FolderRow;
class HeaderBar;

/// The parts of the window in which people choose. They outlive whoever is handed them.
struct WindowParts
{
    FlagModel &model;
    HeaderBar &header;
    CountryPane &countries;
    FolderRow &folder;
    FileSettings &files;
};
