package org.yilianti.rotation.application;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/** What must hold before a step of an application; each refuses with the reason. */
record ApplicationGuard(PracticeApplication application) {

    void maker(Decider by) {
        if (!by.actor().equals(application.madeBy())) {
            throw Refusal.forbidden("application.not-maker");
        }
    }

    /** The maker, or the member it is for. */
    void applicant(Decider by) {
        boolean ownMember = application.parties().staffNo().equals(by.staffNo());
        if (!by.actor().equals(application.madeBy()) && !ownMember) {
            throw Refusal.forbidden("application.not-applicant");
        }
    }

    void draft() {
        if (application.state() != ApplicationState.DRAFT) {
            throw Refusal.conflict("application.state", application.state().code(), ApplicationState.DRAFT.code());
        }
    }

    /** @param reaches what the decider believes to bring about; null when any step will do */
    void pending(@Nullable ApplicationState reaches) {
        if (!application.state().pending()) {
            throw Refusal.conflict("application.closed", application.state().code());
        }
        ApplicationState next = application.progress().current().reaches();
        if (reaches != null && next != reaches) {
            throw Refusal.conflict("application.state", application.state().code(), next.code());
        }
    }

    void nothingAsked() {
        if (application.progress().asked()) {
            throw Refusal.conflict("application.question-open");
        }
    }

    void asked() {
        if (!application.progress().asked()) {
            throw Refusal.conflict("application.nothing-asked");
        }
    }
}
