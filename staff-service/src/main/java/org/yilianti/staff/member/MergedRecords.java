package org.yilianti.staff.member;

import org.yilianti.staff.entry.Editor;

/** Records of a person that another feature keeps; its bean hands them over when two records of one person become one. */
public interface MergedRecords {

    /** Hands over everything, in the merger's transaction, which holds the locks of both. */
    void handOver(Editor editor, MemberId duplicate, MemberId survivor);
}
