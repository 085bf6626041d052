package org.yilianti.rotation.directory.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.inbox.Subscription;
import org.yilianti.rotation.directory.DirectoryManagement;

/** What the directory wants to hear. */
@Configuration(proxyBeanMethods = false)
class DirectorySubscriptions {

    @Bean
    Subscription<InstitutionView> institutionChanges(DirectoryManagement directory) {
        return new Subscription<>(
                "staff.institutions",
                "staff.institution-changed.v1",
                InstitutionView.class,
                events -> directory.institutionsChanged(
                        events.stream().map(InstitutionView::institution).toList()));
    }

    @Bean
    Subscription<MemberView> memberChanges(DirectoryManagement directory) {
        return new Subscription<>(
                "staff.members",
                "staff.member-changed.v1",
                MemberView.class,
                events -> directory.membersChanged(
                        events.stream().map(MemberView::state).toList()));
    }

    @Bean
    Subscription<LicenceView> licenceChanges(DirectoryManagement directory) {
        return new Subscription<>(
                "staff.licences",
                "staff.licence-changed.v1",
                LicenceView.class,
                events -> directory.licencesChanged(
                        events.stream().map(LicenceView::licence).toList()));
    }

    @Bean
    Subscription<AssessmentView> assessmentChanges(DirectoryManagement directory) {
        return new Subscription<>(
                "staff.assessments",
                "staff.assessment-changed.v1",
                AssessmentView.class,
                events -> directory.assessmentsChanged(
                        events.stream().map(AssessmentView::assessment).toList()));
    }

    @Bean
    Subscription<CourseView> courseCompletions(DirectoryManagement directory) {
        return new Subscription<>(
                "staff.training-credits",
                "staff.training-credit-changed.v1",
                CourseView.class,
                events -> directory.coursesCompleted(
                        events.stream().map(CourseView::course).toList()));
    }
}
