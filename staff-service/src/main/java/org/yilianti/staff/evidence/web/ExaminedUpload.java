package org.yilianti.staff.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.evidence.ExaminedFile;

/**
 * What the examination of an upload came to, before its transaction began.
 *
 * @param file null when it was refused
 * @param refusal null when it was not
 */
record ExaminedUpload(@Nullable ExaminedFile file, @Nullable Refusal refusal) {

    private static final String NAME = ExaminedUpload.class.getName();

    void keepWith(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** The file of a request; refuses as the examination did, and (503) an upload that was not examined because its record just came. */
    static ExaminedFile of(HttpServletRequest request) {
        if (!(request.getAttribute(NAME) instanceof ExaminedUpload examined)) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "evidence.busy");
        }
        if (examined.refusal() != null) {
            throw examined.refusal();
        }
        if (examined.file() == null) {
            throw new IllegalStateException("an upload is examined or refused");
        }
        return examined.file();
    }
}
