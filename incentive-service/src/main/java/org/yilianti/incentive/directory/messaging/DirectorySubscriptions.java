package org.yilianti.incentive.directory.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.inbox.Subscription;

/** The topics that feed the directory. */
@Configuration(proxyBeanMethods = false)
class DirectorySubscriptions {

    @Bean
    Subscription<InstitutionView> institutionSubscription(Institutions institutions) {
        return new Subscription<>(
                "staff.institutions",
                "staff.institution-changed.v1",
                InstitutionView.class,
                events -> institutions.apply(
                        events.stream().map(InstitutionView::institution).toList()));
    }

    @Bean
    Subscription<MemberView> memberSubscription(Members members) {
        return new Subscription<>(
                "staff.members",
                "staff.member-changed.v1",
                MemberView.class,
                events -> members.apply(events.stream().map(MemberView::member).toList()));
    }

    @Bean
    Subscription<ServiceRecordView> serviceRecordSubscription(ServiceRecords records) {
        return new Subscription<>(
                "rotation.service-records",
                "rotation.service-record-changed.v1",
                ServiceRecordView.class,
                events -> records.apply(
                        events.stream().map(ServiceRecordView::serviceRecord).toList()));
    }
}
