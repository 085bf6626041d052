package org.yilianti.platform.notebook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.RecentSignIn;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.inbox.Subscription;
import org.yilianti.platform.policy.Policy;
import org.yilianti.platform.problem.Refusal;

/** The smallest service: writes notes, and hears notes and torn pages of others. */
@SpringBootApplication
class NotebookApplication {

    /** What is read of a note of others. */
    record NoteView(String words) {}

    /** How wide a page is. */
    record PageWidth(int columns) {
        PageWidth {
            if (columns < 1) {
                throw Refusal.invalid("note.empty");
            }
            if (columns > 500) {
                throw new IllegalArgumentException("a page has at most 500 columns");
            }
        }
    }

    @Bean
    RecentSignIn recentSignIn() {
        return association -> Duration.ofMinutes(5);
    }

    @Bean
    Policy<PageWidth> pageWidth() {
        return new Policy<>("page-width", PageWidth.class, new PageWidth(80));
    }

    @Bean
    Subscription<NoteView> notesOfOthers(JdbcTemplate jdbc) {
        return new Subscription<>(
                "others.notes",
                "others.note-changed.v1",
                NoteView.class,
                notes -> notes.forEach(note -> {
                    if (note.body().words().equals("poison")) {
                        throw new IllegalStateException("cannot stand this note");
                    }
                    jdbc.update(
                            "insert into heard_note (id, words, version, times) values (?, ?, ?, 1)"
                                    + " on duplicate key update words = values(words), version = values(version), times = times + 1",
                            Ids.bytes(note.aggregate()),
                            note.body().words(),
                            note.version());
                }));
    }

    @Bean
    Subscription<NoteView> tornPages(JdbcTemplate jdbc) {
        return new Subscription<>(
                "others.torn-pages", "others.page-torn.v1", NoteView.class, pages -> insert(jdbc, pages));
    }

    private static void insert(JdbcTemplate jdbc, List<Received<NoteView>> pages) {
        pages.forEach(page -> jdbc.update(
                "insert into heard_fact (id, words) values (?, ?)",
                Ids.bytes(page.id()),
                page.body().words()));
    }
}
