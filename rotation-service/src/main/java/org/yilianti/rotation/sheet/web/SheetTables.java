package org.yilianti.rotation.sheet.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.sheet.PersonSheet;
import org.yilianti.rotation.sheet.SheetTable;
import org.yilianti.rotation.sheet.SiteSheet;

/** Sheets as tables of text in the reader's language. */
final class SheetTables {

    private final ProblemFactory texts;
    private final Locale locale;

    SheetTables(ProblemFactory texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    SheetTable of(SiteSheet sheet) {
        List<LocalDate> days = sheet.month()
                .atDay(1)
                .datesUntil(sheet.month().plusMonths(1).atDay(1))
                .toList();
        List<String> header = new ArrayList<>(List.of(text("sheet.staff-no"), text("sheet.name")));
        days.forEach(day ->
                header.add(day.getDayOfMonth() + " " + day.getDayOfWeek().getDisplayName(TextStyle.NARROW, locale)));
        List<List<String>> rows = new ArrayList<>();
        for (SiteSheet.SheetRow row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(Objects.requireNonNullElse(row.staffNo(), text("sheet.open")));
            cells.add(Objects.requireNonNullElse(row.name(), ""));
            days.forEach(day -> cells.add(String.join(" ", row.days().getOrDefault(day, List.of()))));
            rows.add(cells);
        }
        return new SheetTable(
                texts.text("sheet.title-site", new Object[] {sheet.institution(), sheet.month()}, locale),
                header,
                rows,
                true);
    }

    SheetTable of(PersonSheet sheet) {
        return new SheetTable(
                texts.text("sheet.title-person", new Object[] {sheet.name(), sheet.staffNo(), sheet.month()}, locale),
                List.of(
                        text("sheet.date"),
                        text("sheet.holiday"),
                        text("sheet.shift"),
                        text("sheet.from"),
                        text("sheet.to"),
                        text("sheet.institution")),
                sheet.duties().stream()
                        .map(duty -> List.of(
                                duty.date().toString(),
                                duty.holiday() ? text("sheet.is-holiday") : "",
                                duty.shift(),
                                LocalTime.ofInstant(duty.startsAt(), AssociationZone.ZONE)
                                        .toString(),
                                LocalTime.ofInstant(duty.endsAt(), AssociationZone.ZONE)
                                        .toString(),
                                duty.institution()))
                        .toList(),
                false);
    }

    private String text(String key) {
        return texts.text(key, null, locale);
    }
}
