package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.exchange.folder.CodingFolder.FolderTheme;
import org.sepakat.exchange.folder.Fault.Kind;

/** The themes of a codebook as a tree, for whatever follows them upwards: an import, and figures that roll sub-themes up. */
final class ThemeTree {
    private static final int DEEPEST = 8;

    private final Map<String, FolderTheme> themes = new LinkedHashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final List<FolderTheme> inOrder = new ArrayList<>();
    private final List<Fault> faults;

    private ThemeTree(List<FolderTheme> themes, List<Fault> faults) {
        this.faults = faults;
        themes.forEach(theme -> this.themes.put(theme.name(), theme));
        themes.forEach(this::place);
    }

    /** Parents before their children; a parent that is missing, a circle and too many levels are added to the faults. */
    static List<FolderTheme> inOrder(List<FolderTheme> themes, List<Fault> faults) {
        return List.copyOf(new ThemeTree(themes, faults).inOrder);
    }

    /** With all themes above it that have no place yet, the uppermost first. */
    private void place(FolderTheme theme) {
        var chain = new ArrayList<FolderTheme>();
        var passed = new HashSet<String>();
        FolderTheme at = theme;
        while (at != null && !levels.containsKey(at.name())) {
            if (!passed.add(at.name())) {
                faults.add(at.line().fault("parent", Kind.BAD_VALUE, "theme '" + at.name() + "' stands under itself"));
                break;
            }
            chain.add(at);
            at = parent(at);
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            settle(chain.get(i));
        }
    }

    private void settle(FolderTheme theme) {
        int level = 1 + levels.getOrDefault(theme.parent(), 0);
        levels.put(theme.name(), level);
        inOrder.add(theme);
        if (level == DEEPEST + 1) {
            String message = "theme '" + theme.name() + "' stands too deep: expected at most " + DEEPEST + " levels";
            faults.add(theme.line().fault("parent", Kind.BAD_VALUE, message));
        }
    }

    private @Nullable FolderTheme parent(FolderTheme theme) {
        FolderTheme parent = themes.get(theme.parent());
        if (parent == null && !theme.parent().isEmpty()) {
            String message =
                    "the parent '" + theme.parent() + "' of theme '" + theme.name() + "' is not in codebook.csv";
            faults.add(theme.line().fault("parent", Kind.UNKNOWN_THEME, message));
        }
        return parent;
    }
}
