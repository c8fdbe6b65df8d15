import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { DrawLink } from '../ui/Link.tsx';
import { AdministratorOnly, PersonOnly, SeatedOnly } from './guards.tsx';
import { LoadingScreen } from './Loading.tsx';
import { pageLink } from './pageLink.tsx';
import { leaveSeats } from './seats.ts';
import { ToRoom } from './ToRoom.tsx';

// A screen is fetched when one first goes there.
const Queries = lazy(() => import('./Queries.tsx'));
const PagesLayout = lazy(() => import('../pages/layout/PagesLayout.tsx'));
const PlainLayout = lazy(() => import('../pages/layout/PlainLayout.tsx'));
const HomePage = lazy(() => import('../pages/home/HomePage.tsx'));
const SessionsPage = lazy(() => import('../pages/sessions/SessionsPage.tsx'));
const ScheduleSessionPage = lazy(() => import('../pages/schedule/ScheduleSessionPage.tsx'));
const ChangeSessionPage = lazy(() => import('../pages/schedule/ChangeSessionPage.tsx'));
const SessionPage = lazy(() => import('../pages/session/SessionPage.tsx'));
const VisitPage = lazy(() => import('../observation/file/VisitPage.tsx'));
const TrainingPage = lazy(() => import('../training/home/TrainingPage.tsx'));
const GlossaryPage = lazy(() => import('../training/lesson/GlossaryPage.tsx'));
const RolesPage = lazy(() => import('../training/roles/RolesPage.tsx'));
const EditionPage = lazy(() => import('../training/edition/EditionPage.tsx'));
const LessonPage = lazy(() => import('../training/lesson/LessonPage.tsx'));
const QuizPage = lazy(() => import('../training/quiz/QuizPage.tsx'));
const AttemptPage = lazy(() => import('../training/quiz/AttemptPage.tsx'));
const AssignmentPage = lazy(() => import('../training/assignment/AssignmentPage.tsx'));
const EditionPeoplePage = lazy(() => import('../training/people/EditionPeoplePage.tsx'));
const MarkingPage = lazy(() => import('../training/marking/MarkingPage.tsx'));
const MarkSubmissionPage = lazy(() => import('../training/marking/MarkSubmissionPage.tsx'));
const AuthoringPage = lazy(() => import('../training/authoring/AuthoringPage.tsx'));
const EditLessonPage = lazy(() => import('../training/authoring/EditLessonPage.tsx'));
const CertificatePage = lazy(() => import('../training/certificate/CertificatePage.tsx'));
const CompendiumPage = lazy(() => import('../compendium/CompendiumPage.tsx'));
const CasesPage = lazy(() => import('../assessment/case/list/CasesPage.tsx'));
const CasePage = lazy(() => import('../assessment/case/CasePage.tsx'));
const ClassPage = lazy(() => import('../class/file/ClassPage.tsx'));
const MeetingPage = lazy(() => import('../assessment/meeting/file/MeetingPage.tsx'));
const PeoplePage = lazy(() => import('../pages/people/PeoplePage.tsx'));
const AdministrationPage = lazy(() => import('../pages/administration/AdministrationPage.tsx'));
const SettingsPage = lazy(() => import('../pages/settings/SettingsPage.tsx'));
const SignInPage = lazy(() => import('../pages/signIn/SignInPage.tsx'));
const SetupPage = lazy(() => import('../pages/setup/SetupPage.tsx'));
const InvitationPage = lazy(() => import('../pages/invitation/InvitationPage.tsx'));
const CeremonyPage = lazy(() => import('../ceremony/file/CeremonyPage.tsx'));
const VerifyPage = lazy(() => import('../pages/verify/VerifyPage.tsx'));
const NotFoundPage = lazy(() => import('../pages/NotFoundPage.tsx'));

/** Every screen of the application but the room, and who gets to it. */
export function AppRoutes(): ReactNode {
  useEffect(leaveSeats, []);
  return (
    <BrowserRouter>
      <DrawLink value={pageLink}>
        <Suspense fallback={<LoadingScreen />}><PageRoutes /></Suspense>
      </DrawLink>
    </BrowserRouter>
  );
}

function PageRoutes(): ReactNode {
  return (
    <Routes>
      <Route path="/room/:session" element={<ToRoom />} />
      <Route element={<Queries />}>
        <Route element={<PlainLayout />}>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="/setup/:token" element={<SetupPage />} />
          <Route path="/invitation/:token" element={<InvitationPage />} />
          <Route path="/verify" element={<VerifyPage />} />
          <Route path="/certificate/:certificate" element={<CertificatePage />} />
        </Route>
        <Route element={<SeatedOnly />}>
          <Route element={<PagesLayout />}>
            <Route path="/sessions/:session" element={<SessionPage />} />
            <Route path="/sessions/:session/visit" element={<VisitPage />} />
            <Route path="/sessions/:session/ceremony" element={<CeremonyPage />} />
            <Route path="/sessions/:session/meeting" element={<MeetingPage />} />
            <Route path="/sessions/:session/class" element={<ClassPage />} />
            <Route element={<PersonOnly />}>
              <Route path="/" element={<HomePage />} />
              <Route path="/sessions" element={<SessionsPage />} />
              <Route path="/sessions/new" element={<ScheduleSessionPage />} />
              <Route path="/sessions/:session/change" element={<ChangeSessionPage />} />
              <Route path="/training" element={<TrainingPage />} />
              <Route path="/training/glossary" element={<GlossaryPage />} />
              <Route path="/training/editions/:edition" element={<EditionPage />} />
              <Route path="/training/editions/:edition/lessons/:lesson" element={<LessonPage />} />
              <Route path="/training/editions/:edition/quizzes/:quiz" element={<QuizPage />} />
              <Route path="/training/editions/:edition/attempts/:attempt" element={<AttemptPage />} />
              <Route path="/training/editions/:edition/assignments/:assignment" element={<AssignmentPage />} />
              <Route path="/training/editions/:edition/people" element={<EditionPeoplePage />} />
              <Route path="/training/editions/:edition/marking" element={<MarkingPage />} />
              <Route path="/training/editions/:edition/marking/:submission" element={<MarkSubmissionPage />} />
              <Route path="/training/courses/:course" element={<AuthoringPage />} />
              <Route path="/training/courses/:course/lessons/:lesson" element={<EditLessonPage />} />
              <Route path="/compendium" element={<CompendiumPage />} />
              <Route path="/cases" element={<CasesPage />} />
              <Route path="/cases/:session" element={<CasePage />} />
              <Route path="/settings" element={<SettingsPage />} />
              <Route element={<AdministratorOnly />}>
                <Route path="/people" element={<PeoplePage />} />
                <Route path="/training/roles" element={<RolesPage />} />
                <Route path="/administration" element={<AdministrationPage />} />
              </Route>
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Route>
    </Routes>
  );
}
