/// What the small window for a new lead may call: nothing else of the list is granted to it.
pub const SMALL_WINDOW: [&str; 6] =
    ["get_capture", "show_capture", "look_at_capture", "save_capture", "open_captured", "close_capture"];

/// THE list of commands. The shell makes its Tauri commands, manifest and permissions from it, the page its typed `call`,
/// the tests their `dispatch`. Each entry is `name(Input) -> Output` of a function in [`crate::commands`].
#[macro_export]
macro_rules! for_each_command {
    ($callback:ident) => {
        $callback! {
            // The frame
            get_frame(()) -> Frame;
            get_counts(()) -> Counts;
            rest_window(RestWindow) -> ();
            get_settings(()) -> SettingsView;
            update_settings(Settings) -> ();
            change_zoom(ZoomStep) -> ();
            undo(Undo) -> ();
            redo(()) -> ();
            open_link(OpenLink) -> ();
            open_data_folder(()) -> ();
            get_holidays(()) -> ComingHolidays;
            get_start_at_login(()) -> StartAtLogin;
            set_start_at_login(SetStartAtLogin) -> ();
            // People
            open_people(PeopleQuery) -> PeopleList;
            get_people(PeopleWindow) -> Vec<PersonRow>;
            get_people_numbers(PeopleWindow) -> Vec<ContactId>;
            get_filter_choices(()) -> FilterChoices;
            add_contact(ContactDraft) -> ContactId;
            has_refused(ContactDraft) -> bool;
            update_contact(UpdateContact) -> ();
            trash_contact(ContactRef) -> ();
            restore_contact(ContactRef) -> ();
            erase_contact(ContactRef) -> ();
            get_photo(ContactRef) -> Option<String>;
            choose_photo(ContactRef) -> bool;
            remove_photo(ContactRef) -> ();
            set_keep_in_touch(SetKeepInTouch) -> ();
            snooze_keep_in_touch(SnoozeKeepInTouch) -> ();
            set_birthday_offsets(SetBirthdayOffsets) -> ();
            get_colleagues(ContactRef) -> Colleagues;
            add_introduced(AddIntroduced) -> ContactId;
            set_introduced_by(SetIntroducedBy) -> ();
            // Quick capture
            open_capture(()) -> ();
            get_capture(()) -> Capture;
            show_capture(()) -> ();
            look_at_capture(CaptureDraft) -> CaptureLook;
            save_capture(SaveCapture) -> SavedCapture;
            open_captured(ContactRef) -> ();
            close_capture(()) -> ();
            read_when(WhenTyped) -> WhenRead;
            get_capture_shortcut(()) -> CaptureShortcut;
            set_capture_shortcut(SetCaptureShortcut) -> ();
            // Many at once
            preview_many(DoToMany) -> ManyOutcome;
            do_to_many(DoToMany) -> ManyOutcome;
            cancel_many(()) -> ();
            keep_chosen(ChosenPeople) -> Vec<ContactId>;
            // Saved views
            list_views(()) -> Vec<SavedView>;
            count_views(()) -> Vec<ViewCount>;
            save_view(SaveView) -> ViewId;
            arrange_views(ArrangeViews) -> ();
            remove_view(ViewRef) -> ();
            // Duplicates
            open_duplicates(()) -> PeopleList;
            get_duplicates(PeopleWindow) -> Vec<DuplicatePair>;
            get_merge(TwoPeople) -> MergePreview;
            merge_contacts(MergeContacts) -> ();
            tell_apart(TwoPeople) -> ();
            // Anything
            find_anything(FindQuery) -> Found;
            get_company(CompanyRef) -> CompanyPage;
            update_company(UpdateCompany) -> ();
            // Person
            get_person(ContactRef) -> Person;
            get_timeline(TimelineQuery) -> TimelinePage;
            log_conversation(ConversationDraft) -> LoggedConversation;
            update_conversation(UpdateConversation) -> ();
            trash_conversation(ConversationRef) -> ();
            // Questions
            open_questions(QuestionsQuery) -> QuestionList;
            get_questions(QuestionsWindow) -> Vec<QuestionRow>;
            get_similar_answers(QuestionRef) -> Vec<SimilarAnswer>;
            add_question(AddQuestion) -> QuestionId;
            answer_question(AnswerQuestion) -> ();
            tell_answers(TellAnswers) -> ();
            // Follow-ups
            add_follow_up(AddFollowUp) -> FollowUpId;
            update_follow_up(UpdateFollowUp) -> ();
            move_follow_up(MoveFollowUp) -> ();
            finish_follow_up(FinishFollowUp) -> ();
            drop_follow_up(FollowUpRef) -> ();
            snooze_follow_up(SnoozeFollowUp) -> ();
            // Qualification and process
            open_qualify_queue(()) -> PeopleList;
            preview_answers(QualifyAnswers) -> QualifyPreview;
            answer_criteria(QualifyAnswers) -> ();
            override_qualification(OverrideQualification) -> ();
            get_process(ProcessQuery) -> ProcessBoard;
            preview_move(PreviewMove) -> MovePreview;
            move_contact(MoveContact) -> ();
            allow_contact_again(ContactRef) -> ();
            // The call session
            get_call_lists(()) -> CallLists;
            start_session(StartSession) -> SessionView;
            get_session(()) -> Option<SessionView>;
            step_session(StepSession) -> SessionView;
            log_call(LogCall) -> LoggedConversation;
            get_session_summary(()) -> SessionSummary;
            close_session(()) -> ();
            // Today
            get_today(()) -> Today;
            // Cards
            open_cards(CardsQuery) -> CardList;
            get_cards(PeopleWindow) -> Vec<CardRow>;
            set_card(SetCard) -> ();
            set_cards(SetCards) -> ();
            preview_labels(Labels) -> LabelsPreview;
            export_labels(Labels) -> Option<Exported>;
            open_labels(()) -> ();
            // Calendar
            get_calendar(CalendarQuery) -> Vec<CalendarDay>;
            open_calendar_day(CalendarDayRef) -> PeopleList;
            get_calendar_day(CalendarDayWindow) -> Vec<CalendarEntry>;
            // Insights
            get_funnel_insight(InsightQuery) -> FunnelInsight;
            get_cohort_insight(InsightQuery) -> CohortInsight;
            get_source_insight(InsightQuery) -> Vec<SourceInsight>;
            get_talk_insight(InsightQuery) -> TalkInsight;
            get_promise_insight(InsightQuery) -> PromiseInsight;
            get_sales_insight(InsightQuery) -> SalesInsight;
            get_stop_insight(InsightQuery) -> StopInsight;
            // Settings' lists
            save_criterion(SaveCriterion) -> CriterionId;
            arrange_criteria(ArrangeCriteria) -> ();
            preview_criteria(PreviewCriteria) -> CriteriaPreview;
            save_step(SaveStep) -> StepId;
            arrange_steps(ArrangeSteps) -> ();
            save_source(SaveSource) -> SourceId;
            arrange_sources(ArrangeSources) -> ();
            // Templates
            list_templates(()) -> Templates;
            save_template(SaveTemplate) -> TemplateId;
            arrange_templates(ArrangeTemplates) -> ();
            fill_template(FillTemplate) -> FilledTemplate;
            compose(Compose) -> Composed;
            list_fields(()) -> Vec<FieldView>;
            preview_field(SaveField) -> FieldPreview;
            save_field(SaveField) -> FieldId;
            arrange_fields(ArrangeFields) -> ();
            list_tags(TagQuery) -> Tags;
            rename_tag(RenameTag) -> ();
            merge_tags(MergeTags) -> ();
            delete_tag(TagRef) -> ();
            // Import
            choose_import_file(()) -> Option<OfferedFile>;
            inspect_import(InspectImport) -> ImportInspection;
            get_import_dates(ImportDates) -> DateOrder;
            dry_run_import(DryRunImport) -> DryRun;
            get_dry_run_rows(DryRunWindow) -> Vec<DryRunRow>;
            preview_import_mapping(PreviewMapping) -> Vec<ImportRow>;
            list_import_mappings(()) -> Vec<NamedMapping>;
            save_import_mapping(SaveMapping) -> MappingId;
            use_import_mapping(UseMapping) -> UsedMapping;
            remove_import_mapping(MappingRef) -> ();
            save_import_rows(SaveImportRows) -> Option<Exported>;
            run_import(RunImport) -> ImportResult;
            cancel_import(()) -> ();
            preview_undo_import(BatchRef) -> UndoImportPreview;
            undo_import(UndoImport) -> UndoneImport;
            list_imports(()) -> Vec<ImportBatch>;
            // Backups
            list_backups(()) -> Backups;
            check_backup(BackupRef) -> BackupState;
            make_backup(()) -> String;
            unlock_backup(UnlockBackup) -> ();
            restore_backup(BackupRef) -> ();
            copy_backup(CopyBackup) -> Option<CopiedBackup>;
            choose_backup(()) -> Option<ChosenBackup>;
            restore_file(RestoreFile) -> ();
            get_damage(()) -> Damage;
            look_for_data(()) -> bool;
            put_data_back(()) -> ();
            use_data_as_found(()) -> ();
            begin_afresh(()) -> ();
            // Export
            export_people(ExportPeople) -> Option<Exported>;
            export_person(ExportPerson) -> Option<Exported>;
            get_calendar_contents(()) -> CalendarContents;
            export_calendar(ExportCalendar) -> Option<Exported>;
            cancel_export(()) -> ();
            // The passphrase
            get_locked(()) -> Locked;
            unlock(Unlock) -> ();
            get_lock(()) -> LockView;
            set_passphrase(SetPassphrase) -> ();
            lock_older_backups(()) -> ();
            remove_older_backups(()) -> ();
            // Sample people
            add_sample_people(()) -> ();
            remove_sample_people(()) -> ();
            // Alarms
            pause_alarms(PauseAlarms) -> ();
            get_coming_alarms(()) -> Vec<ComingAlarm>;
            get_ledger(LedgerQuery) -> Ledger;
            send_test_alarm(()) -> TestAlarm;
            answer_alarm(AnswerAlarm) -> ();
        }
    };
}

macro_rules! command_names {
    ($($(#[$doc:meta])* $name:ident($input:ty) -> $output:ty;)*) => {
        /// Their names.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
for_each_command!(command_names);
